// swift-tools-version: 6.2
// Targets stand in the order in which the data flows; a target depends only on those above it.
import PackageDescription

let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let package = Package(
  name: "Shimebi",
  products: [.executable(name: "shimebi", targets: ["shimebi"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CIsal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(name: "CGlibc"),
    .target(name: "Threads", swiftSettings: strict),
    .target(name: "Records", swiftSettings: strict),
    .target(
      name: "Intake", dependencies: ["Threads", "Records", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "ServiceTerms", dependencies: ["Records"], swiftSettings: strict),
    .target(name: "Billing", dependencies: ["Records", "ServiceTerms"], swiftSettings: strict),
    .target(
      name: "Ledger",
      dependencies: [
        "Records", "ServiceTerms", "Billing",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: [
        "Threads", "Records", "Intake", "ServiceTerms", "Billing",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),
    .target(
      name: "Excel", dependencies: ["CXlsxWriter", "CZlib", "CIsal", "Threads", "Records", "Reports"],
      swiftSettings: strict),
    .executableTarget(
      name: "shimebi",
      dependencies: [
        "CGlibc", "Threads", "Records", "Intake", "ServiceTerms", "Billing", "Ledger", "Reports", "Excel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "generate-month",
      dependencies: ["Records", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Tests/Benchmark/GenerateMonth", swiftSettings: strict),
    .executableTarget(
      name: "write-detail",
      dependencies: [
        "Records", "Reports", "Excel", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Benchmark/WriteDetail", swiftSettings: strict),
    .testTarget(name: "ThreadsTests", dependencies: ["Threads"], swiftSettings: strict),
    .testTarget(name: "RecordsTests", dependencies: ["Records"], swiftSettings: strict),
    .testTarget(name: "IntakeTests", dependencies: ["Records", "Intake"], swiftSettings: strict),
    .testTarget(
      name: "ServiceTermsTests", dependencies: ["Records", "ServiceTerms"], swiftSettings: strict),
    .testTarget(
      name: "BillingTests", dependencies: ["Records", "ServiceTerms", "Billing"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Records", "ServiceTerms", "Billing", "Ledger",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Records", "Intake", "ServiceTerms", "Billing", "Reports", "Excel",
        .product(name: "Mustache", package: "swift-mustache"),
      ], swiftSettings: strict),
    .testTarget(
      name: "ExcelTests", dependencies: ["CZlib", "Records", "Reports", "Excel"],
      swiftSettings: strict),
    .testTarget(
      name: "shimebiTests", dependencies: ["shimebi", "Records", "Reports", "Excel"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
