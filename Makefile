# Shimebi: the month-end. `make` alone lists what there is.
MONTH   ?= 2026-10
INPUT   ?= Samples/$(MONTH)
OUTPUT  ?= output/$(MONTH)
LEDGER  ?= ledger.sqlite
OPTIONS ?=
PREFIX  ?= /usr/local

RELEASE  = -c release --static-swift-stdlib
PROGRAM  = .build/release/shimebi
SHARE    = $(DESTDIR)$(PREFIX)/share/shimebi
PACKAGES = libxlsxwriter-dev libisal-dev libsqlite3-dev zlib1g-dev

.DEFAULT_GOAL := help
.PHONY: help month-end close test check bench bench-guard format packages build install gallery clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

month-end: build ## run a month as a draft: MONTH=2026-10 INPUT=folder OUTPUT=folder (default: the sample month)
	@$(call run_and_report,run)

close: build ## the same, then post it to the ledger: LEDGER=file, OPTIONS="--open-from 2026-08" for new books
	@$(call run_and_report,close)

# Runs a command of the program; its exit status is printed and left in $(OUTPUT).status.
define run_and_report
output="$(OUTPUT)"; output="$${output%/}"; mkdir -p "$$(dirname "$$output")"; \
$(PROGRAM) $(1) --month "$(MONTH)" --input "$(INPUT)" --output "$$output" --ledger "$(LEDGER)" $(OPTIONS); \
status=$$?; echo $$status > "$$output.status"; \
case $$status in 0|1) outputs="outputs in $$output";; *) outputs="no outputs were written";; esac; \
echo "$(1) $(MONTH): exit status $$status, $$outputs, status in $$output.status" >&2; exit $$status
endef

test: packages ## run all tests
	swift test

check: packages ## lint, imports, and what the pure modules may not import
	swift format lint --strict --recursive Package.swift Sources Tests
	@.ci/check-imports
	swift build --explicit-target-dependency-import-check=error

bench: packages ## measure against peers and floors: SIZES=S,M,L RUNS=3
	Tests/Benchmark/bench

bench-guard: build ## count instructions on the small month and compare with what was recorded
	Tests/Benchmark/guard

gallery: build ## render the pictures of the README again (LibreOffice, poppler, CJK fonts)
	.ci/gallery

format: ## lay out the sources
	swift format --in-place --recursive Package.swift Sources Tests

build: packages ## build the program for release
	@swift build $(RELEASE) --product shimebi

install: build ## install program and templates below PREFIX
	install -D "$(PROGRAM)" "$(DESTDIR)$(PREFIX)/bin/shimebi"
	@mkdir -p "$(SHARE)"; [ ! -d "$(SHARE)/Templates" ] || diff -rq Templates "$(SHARE)/Templates" >/dev/null || \
	{ mv -T --backup=numbered "$(SHARE)/Templates" "$(SHARE)/Templates.old" && \
	echo "the earlier templates are in $(SHARE)/Templates.old: carry your changes over" >&2; }
	cp -R Templates "$(SHARE)/"

packages: ## install the Debian packages that are missing, or name them
	@.ci/install-packages $(PACKAGES)

clean: ## remove builds and outputs
	rm -rf .build .build-* output
