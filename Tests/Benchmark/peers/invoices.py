"""The customers' invoices, some thirty rows each, written by all cores."""

from multiprocessing import Pool

from common import date_of

KINDS = {
    "ticket_pack": "テクニカルサポート チケットパック",
    "ticket_overage": "テクニカルサポート 追加チケットパック",
    "renewal": "保守サービス 更新",
    "freight_claim": "故障パーツ送料 立替金",
    "freight_credit": "交換パーツ送料 立替金",
}
ISSUER = (
    "株式会社つばめストレージサービス", "登録番号 T5999999000004", "〒100-0000",
    "東京都千代田区見本町一丁目2番3号 つばめビル5階", "電話 03-0000-0000", "billing@tsubame-storage.example",
)
BANK = ("みほん銀行 本店営業部 (001)", "普通預金 0000001", "株式会社つばめストレージサービス")


def cells(document, issued_on):
    """An invoice as (row, column, value, style)."""
    customer, lines, net, tax, advances = document
    yield 0, 0, "請求書" if net else "立替金精算書", "title"
    yield 2, 0, f"{customer} 御中", "addressee"
    yield 2, 4, "番号", "text"
    yield 2, 5, "下書き", "text"
    yield 3, 4, "発行日", "text"
    yield 3, 5, issued_on, "date"
    for row, text in enumerate(ISSUER):
        yield 4 + row, 4, text, "text"
    yield 11, 0, "ご請求金額", "head"
    yield 11, 1, net + tax + advances, "total"
    for column, head in enumerate(("日付", "内容", "番号", "数量", "単価", "金額")):
        yield 13, column, head, "head"
    row = 14
    for _, kind, day, key, amount in lines:
        yield row, 0, date_of(int(day)), "date"
        yield row, 1, KINDS[kind], "text"
        yield row, 2, key, "text"
        yield row, 3, 1, "yen"
        yield row, 4, int(amount), "yen"
        yield row, 5, int(amount), "yen"
        row += 1
    for label, amount in (
        ("10%対象 税抜", net), ("消費税 (10%)", tax), ("立替金 (対象外)", advances), ("合計", net + tax + advances),
    ):
        yield row + 1, 4, label, "head"
        yield row + 1, 5, amount, "yen"
        row += 1
    yield row + 2, 0, "お振込先", "head"
    for text in BANK:
        row += 1
        yield row + 2, 0, text, "text"


STYLES = {
    "title": {"bold": True, "font_size": 18},
    "addressee": {"bold": True, "font_size": 13, "bottom": 1},
    "head": {"bold": True, "bg_color": "#DDE6EE", "border": 1},
    "text": {},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "yen": {"num_format": "#,##0", "border": 1},
    "total": {"bold": True, "font_size": 14, "num_format": "¥#,##0"},
}
WIDTHS = (12, 34, 34, 8, 14, 14)


def with_xlsxwriter(path, document, issued_on):
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    styles = {name: book.add_format(style) for name, style in STYLES.items()}
    sheet = book.add_worksheet("請求書")
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for row, column, value, style in cells(document, issued_on):
        if isinstance(value, str):
            sheet.write_string(row, column, value, styles[style])
        elif isinstance(value, int):
            sheet.write_number(row, column, value, styles[style])
        else:
            sheet.write_datetime(row, column, value, styles[style])
    book.close()


def with_rust(path, document, issued_on):
    from rvgsrust_xlsxwriter import Workbook

    book = Workbook(str(path))
    styles = {name: rust_format(book, style) for name, style in STYLES.items()}
    sheet = book.add_worksheet("請求書")
    for column, width in enumerate(WIDTHS):
        sheet.set_column_width(column, width)
    sheet.set_paper_size(9)
    sheet.set_print_fit_to_pages(1, 0)
    for row, column, value, style in cells(document, issued_on):
        sheet.write(row, column, value, styles[style])
    book.close()


def rust_format(book, style):
    made = book.add_format()
    if style.get("bold"):
        made.set_bold()
    if "font_size" in style:
        made.set_font_size(style["font_size"])
    if "num_format" in style:
        made.set_num_format(style["num_format"])
    if "bg_color" in style:
        made.set_background_color(style["bg_color"])
    if "border" in style:
        made.set_border("thin")
    if "bottom" in style:
        made.set_bottom_border("thin")
    if "align" in style:
        made.set_align(style["align"])
    return made


def write_some(work):
    writer, folder, documents, issued_on = work
    write = with_xlsxwriter if writer == "xlsxwriter" else with_rust
    for document in documents:
        write(f"{folder}/DRAFT_{document[0]}.xlsx", document, issued_on)


def write_invoices(chosen, documents):
    folder = chosen.output / "invoices"
    folder.mkdir(exist_ok=True)
    issued_on = date_of(chosen.last)
    parts = [(chosen.writer, folder, documents[i:i + 50], issued_on) for i in range(0, len(documents), 50)]
    if chosen.jobs == 1 or len(parts) == 1:
        for part in parts:
            write_some(part)
        return
    # The forked workers share the rows with this process; a spawn would import everything again.
    with Pool(chosen.jobs) as pool:
        pool.map(write_some, parts, chunksize=1)
