"""Workbooks and pages with gold. Every office, state and figure is invented."""

from __future__ import annotations

import datetime

from builder import HERE, Styled, Table, grouped, letters


def t12_japanese() -> None:
    """Japanese: era years, unit at the right above the headings, △, 人 beside 万円, merged headings, marks told in notes."""
    t = Table(
        "t12-nyukoku.xlsx",
        "国籍別入国者数及び消費額",
        same={"入国者数(人)": ["入国者数"], "消費額(万円)": ["消費額"]},
    )
    s = t.sheet("統計表")
    s.put(0, 0, "国籍別入国者数及び消費額")
    s.put(1, 0, "出入国管理庁（架空）")
    s.put(3, 0, "国籍", "令和4年", None, "令和5年", None, "令和6年 P", None, "対前年増減率(%)")
    for left in (1, 3, 5):
        s.merge(3, left, 3, left + 1)
        s.put(4, left, "入国者数(人)", "消費額(万円)")
    s.merge(3, 0, 4, 0)
    s.merge(3, 7, 4, 7)
    for i, label in enumerate(["総数", "中国", "モンゴル", "朝鮮", "その他"]):
        s.put(5 + i, 0, label)
        for c, (year, measure, unit, factor) in enumerate(
            [
                (y, m, u, f)
                for y in ("2022", "2023", "2024")
                for m, u, f in (("入国者数(人)", "persons", 1), ("消費額(万円)", "JPY", 10_000))
            ]
        ):
            dims = {"国籍": label, "measure": measure}
            flags = "provisional" if year == "2024" else ""
            number = t.random.randint(100, 900_000)
            if label == "朝鮮" and c in {0, 1}:
                s.value(5 + i, 1 + c, "－", 0, dims=dims, unit=unit, period=year, flags="nil")
            elif label == "朝鮮" and c == 3:
                s.value(
                    5 + i,
                    1 + c,
                    "ｘ",
                    None,
                    dims=dims,
                    unit=unit,
                    period=year,
                    flags="confidential",
                )
            elif label == "モンゴル" and c == 2:
                s.value(
                    5 + i,
                    1 + c,
                    f"ｒ {grouped(number)}",
                    number * factor,
                    dims=dims,
                    unit=unit,
                    period=year,
                    flags="revised",
                )
            else:
                s.value(
                    5 + i,
                    1 + c,
                    Styled(number, fmt="#,##0"),
                    number * factor,
                    dims=dims,
                    unit=unit,
                    period=year,
                    flags=flags,
                )
        change = round(t.random.uniform(-60, 60), 1)
        s.value(
            5 + i,
            7,
            f"△ {abs(change)}" if change < 0 else str(change),
            change,
            dims={"国籍": label},
            unit="percent",
            period="2024",
            also=("対前年増減率(%)", "対前年増減率"),
        )
    s.put(11, 0, "注1 「－」は該当なし、「ｘ」は秘匿した数値を示す。")
    s.put(12, 0, "注2 Pは速報値、ｒは訂正値。")
    s.put(13, 0, "公表日: 2025年3月14日")
    t.write_xlsx()


def t13_old_xls() -> None:
    """An XLS of the nineties: months as dates, bold countries over plain purposes, per cent formats, raised marks."""
    t = Table("t13-purposes.xls", "Arrivals by country and purpose")
    s = t.sheet("Table 3")
    s.put(0, 0, Styled("Arrivals by country and purpose", bold=True))
    s.put(1, 0, "Number of arrivals")
    months = [datetime.date(2003, m, 1) for m in range(1, 5)]
    s.put(
        3,
        0,
        "Country and purpose",
        *[Styled(m, fmt="MMM YYYY") for m in months],
        "Share of total, April 2003",
    )
    row = 4
    for country in ("Mongolia", "DPRK"):
        for n, purpose in enumerate((country, "Work", "Study", "Transit")):
            s.put(row, 0, Styled(purpose, bold=n == 0))
            dims = {"Country": country} if n == 0 else {"Country": country, "Purpose": purpose}
            for c, month in enumerate(months):
                number = t.random.randint(40, 90) * (10 if n == 0 else 1)
                period = month.isoformat()[:7]
                if (country, n, c) == ("DPRK", 2, 1):
                    s.value(
                        row,
                        1 + c,
                        "..",
                        None,
                        dims=dims,
                        unit="person-entries",
                        period=period,
                        flags="missing",
                    )
                elif (country, n, c) == ("DPRK", 1, 3):
                    s.value(
                        row,
                        1 + c,
                        Styled(str(number), up="r"),
                        number,
                        dims=dims,
                        unit="person-entries",
                        period=period,
                        flags="revised",
                    )
                else:
                    s.value(
                        row,
                        1 + c,
                        Styled(number, fmt="#,##0", bold=n == 0),
                        number,
                        dims=dims,
                        unit="person-entries",
                        period=period,
                    )
            share = t.random.randint(10, 900) / 1000
            s.value(
                row,
                5,
                Styled(share, fmt="0.0%"),
                round(share * 100, 1),
                dims=dims,
                unit="percent",
                period="2003-04",
                also=("Share of total", "Share of total, April 2003"),
            )
            row += 1
    s.put(row + 1, 0, "r revised; .. not available")
    t.write_xls()


def t14_old_korean_xls() -> None:
    """Korean XLS: sections by trade flow, merged years, ten thousands of dollars, totals that head their parts."""
    t = Table("t14-gyoyeok.xls", "국가별 교역액 (단위: 만 달러)")
    s = t.sheet("표1")
    s.put(0, 0, "국가별 교역액 (단위: 만 달러)")
    s.put(2, 0, "국가", "2008년", None, "2009년", None)
    s.merge(2, 1, 2, 2)
    s.merge(2, 3, 2, 4)
    s.merge(2, 0, 3, 0)
    s.put(3, 1, "상반기", "하반기", "상반기", "하반기")
    halves = ["2008-H1", "2008-H2", "2009-H1", "2009-H2"]
    row = 4
    for flow in ("수출", "수입"):
        s.put(row, 0, Styled(flow, bold=True))
        row += 1
        for country in ("합계", "중국", "러시아", "태국"):
            s.put(row, 0, country)
            for c, half in enumerate(halves):
                number = t.random.randint(10, 70_000)
                dims = {"구분": flow, "국가": country}
                if (flow, country, c) == ("수입", "태국", 0):
                    s.value(row, 1 + c, "-", 0, dims=dims, unit="USD", period=half, flags="nil")
                else:
                    s.value(
                        row,
                        1 + c,
                        Styled(number, fmt="#,##0"),
                        number * 10_000,
                        dims=dims,
                        unit="USD",
                        period=half,
                    )
            row += 1
    s.put(row, 0, "자료: 한빛무역공사(가상)")
    t.write_xls()


def t15_two_pages() -> None:
    """HTML with two tables of figures and one for layout; sections as headings over the whole width, indents in style."""
    t = Table("t15-ausgaben.html", "Ausländische Beschäftigte")
    html = [
        '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Ausländische Beschäftigte</title><script>var a = "<table><tr><td>1</td></tr></table>";</script></head><body>',
        "<table><tr><td><table><tr><td>Start</td><td>Themen</td></tr></table></td></tr></table><h1>Ausländische Beschäftigte</h1>",
    ]
    s = t.sheet()
    for number, (title, factor, decimals) in enumerate(
        (("Beschäftigte nach Wirtschaftszweig", 1000, 1), ("Erteilte Arbeitserlaubnisse", 1, 0)), 1
    ):
        unit = "workers" if number == 1 else "permits"
        label = "in 1 000 Beschäftigten" if number == 1 else "Anzahl Genehmigungen"
        html.append(
            f'<h2>{title}</h2><table><caption>{title} ({label})</caption><thead><tr><th rowspan="2">Staatsangehörigkeit</th><th colspan="2">2023</th><th colspan="2">2024<sup>p</sup></th></tr><tr><th>1. Hj.</th><th>2. Hj.</th><th>1. Hj.</th><th>2. Hj.</th></tr></thead><tbody>'
        )
        row = 2
        for section in ("Männer", "Frauen"):
            html.append(f'<tr><th colspan="5">{section}</th></tr>')
            row += 1
            for name, indent in (("Insgesamt", 0), ("Asien", 0), ("Mongolei", 1), ("Vietnam", 1)):
                style = ' style="padding-left:2em"' if indent else ""
                html.append(f"<tr><td{style}>{name}</td>")
                dims = (
                    {"Geschlecht": section, "Staatsangehörigkeit": "Asien", "Land": name}
                    if indent
                    else {"Geschlecht": section, "Staatsangehörigkeit": name}
                )
                for c, half in enumerate(("2023-H1", "2023-H2", "2024-H1", "2024-H2")):
                    value = t.random.randint(15, 90_000) / (10 if decimals else 1)
                    printed = grouped(value, thousands=".", point=",", decimals=decimals)
                    flags = "provisional" if c > 1 else ""
                    if (section, name, c) == ("Frauen", "Mongolei", 0):
                        html.append("<td>–</td>")
                        s.name = str(number)
                        s.value(row, 1 + c, None, 0, dims=dims, unit=unit, period=half, flags="nil")
                        continue
                    mark = "<sup>2)</sup>" if (name, c) == ("Vietnam", 1) else ""
                    html.append(f"<td>{printed}{mark}</td>")
                    s.name = str(number)
                    s.value(
                        row,
                        1 + c,
                        None,
                        round(value * factor),
                        dims=dims,
                        unit=unit,
                        period=half,
                        flags=flags,
                    )
                html.append("</tr>")
                row += 1
        html.append(
            '</tbody><tfoot><tr><td colspan="5"><sup>p</sup> vorläufig. <sup>2)</sup> 12 Fälle nachgemeldet. – = nichts vorhanden</td></tr></tfoot></table>'
        )
    html.append("<p>Stand: 1. Februar 2025</p></body></html>")
    t.write("\n".join(html).encode())


def t16_ods_russian() -> None:
    """Russian ODS: a sheet a year, months down, measures across with units of their own, percentages, roubles in billions."""
    t = Table(
        "t16-migraciya.ods",
        "Внешняя трудовая миграция",
        same={
            "Выдано разрешений, тыс.": ["Выдано разрешений"],
            "Переводы, млрд руб.": ["Переводы"],
            "Доля граждан КНДР, %": ["Доля граждан КНДР"],
        },
    )
    for year in (2023, 2024):
        s = t.sheet(f"{year} год")
        s.put(0, 0, Styled("Внешняя трудовая миграция", bold=True))
        s.put(1, 0, "Федеральная служба миграции Тарвении (вымышленная)")
        s.put(
            3, 0, "Месяц", "Выдано разрешений, тыс.", "Переводы, млрд руб.", "Доля граждан КНДР, %"
        )
        months = ["январь", "февраль", "март", "апрель", "май", "июнь"]
        for i, month in enumerate([*months, "I полугодие"]):
            s.put(4 + i, 0, Styled(month, bold=i == 6))
            period = f"{year}-{i + 1:02}" if i < 6 else f"{year}-H1"
            cumulative = False if i < 6 else None
            a, b, share = (
                round(t.random.uniform(1, 90), 1),
                round(t.random.uniform(1, 50), 2),
                t.random.randint(1, 99) / 1000,
            )
            marked = (year, i) == (2024, 5)
            s.value(
                4 + i,
                1,
                f"{str(a).replace('.', ',')}*" if marked else a,
                round(a * 1000),
                dims={"measure": "Выдано разрешений, тыс."},
                unit="permits",
                period=period,
                cumulative=cumulative,
                flags="provisional" if marked else "",
            )
            s.value(
                4 + i,
                2,
                b if i != 2 else "…",
                round(b * 1e9) if i != 2 else None,
                dims={"measure": "Переводы, млрд руб."},
                unit="RUB",
                period=period,
                cumulative=cumulative,
                flags="" if i != 2 else "missing",
            )
            s.value(
                4 + i,
                3,
                Styled(share, fmt="0.0%"),
                round(share * 100, 1),
                dims={"measure": "Доля граждан КНДР, %"},
                unit="percent",
                period=period,
                cumulative=cumulative,
            )
        s.put(12, 0, "* Предварительные данные. … Нет данных.")
        s.put(13, 0, "По состоянию на 1 марта 2025 г.")
    t.write_ods()


def t17_sections() -> None:
    """Numbered rows, units as section rows, a column of marks beside each year, levels three deep."""
    t = Table(
        "t17-fuel.xlsx",
        "Table 7.1 Fuel trade of Kestania",
        same={"1 Exports": ["Exports"], "2 Imports": ["Imports"]},
    )
    s = t.sheet("7.1")
    s.put(0, 0, Styled("Table 7.1 Fuel trade of Kestania", bold=True))
    s.put(1, 0, "Ministry of Energy, Kestania (invented)")
    s.put(3, 0, "Item", "2022", None, "2023", None, "2024", None)
    for left in (1, 3, 5):
        s.merge(3, left, 3, left + 1)
    tree = [
        ("1 Exports", ["1 Exports"]),
        ("1.1 Coal", ["1 Exports", "1.1 Coal"]),
        ("1.1.1 to DPRK", ["1 Exports", "1.1 Coal", "1.1.1 to DPRK"]),
        ("1.2 Oil products", ["1 Exports", "1.2 Oil products"]),
        ("2 Imports", ["2 Imports"]),
        ("2.1 Coal", ["2 Imports", "2.1 Coal"]),
    ]
    row = 4
    for section, unit, factor in (
        ("Thousand tonnes", "tonnes", 1000),
        ("Million EUR", "EUR", 1_000_000),
    ):
        s.put(row, 0, Styled(section, bold=True))
        row += 1
        for label, path in tree:
            s.put(row, 0, label)
            dims = {f"Item {n}": each for n, each in enumerate(path, 1)}
            for c, year in enumerate(("2022", "2023", "2024")):
                number = round(t.random.uniform(1, 900), 1)
                mark = {(2, 1): "e", (3, 2): "p", (0, 2): "p", (4, 2): "p"}.get(
                    (tree.index((label, path)), c), ""
                )
                flags = {"e": "estimate", "p": "provisional"}.get(mark, "")
                if (label, c) == ("1.1.1 to DPRK", 0):
                    s.value(
                        row,
                        1 + 2 * c,
                        "c",
                        None,
                        dims=dims,
                        unit=unit,
                        period=year,
                        flags="confidential",
                    )
                else:
                    s.value(
                        row,
                        1 + 2 * c,
                        Styled(number, fmt="#,##0.0"),
                        round(number * factor),
                        dims=dims,
                        unit=unit,
                        period=year,
                        flags=flags,
                        also=(section,),
                    )
                s.put(row, 2 + 2 * c, mark)
            row += 1
    s.put(row + 1, 0, "e = estimated; p = provisional; c = confidential.")
    t.write_xlsx()


def t18_side_by_side() -> None:
    """Two tables beside each other on one sheet, told apart by their captions; a formula without a stored result."""
    t = Table(
        "t18-beside.xlsx",
        "Ferry traffic between Vall and Ostrel",
        same={"Vall to Ostrel": [], "Ostrel to Vall": []},
    )
    s = t.sheet("Ferries")
    s.put(0, 0, "Ferry traffic between Vall and Ostrel")
    s.put(1, 0, "Port Authority of Vall (invented). Passengers")
    for left, caption in ((0, "Vall to Ostrel"), (5, "Ostrel to Vall")):
        s.put(3, left, Styled(caption, bold=True))
        s.put(4, left, "Operator", 2022, 2023, 2024)
        for i, operator in enumerate(("Blue Line", "Kamen Ferries", "All operators")):
            s.put(5 + i, left, operator)
            for c, year in enumerate(("2022", "2023", "2024")):
                number = t.random.randint(1000, 90_000)
                dims = {"table": caption, "Operator": operator}
                if (left, i, c) == (5, 2, 2):
                    s.value(
                        7,
                        left + 3,
                        Styled(None, formula="SUM(I6:I7)"),
                        None,
                        dims=dims,
                        unit="persons",
                        period=year,
                        flags="missing",
                    )
                elif i == 2:
                    s.value(
                        7,
                        left + 1 + c,
                        Styled(
                            number,
                            formula=f"SUM({letters(left + 1 + c)}6:{letters(left + 1 + c)}7)",
                        ),
                        number,
                        dims=dims,
                        unit="persons",
                        period=year,
                    )
                else:
                    s.value(
                        5 + i, left + 1 + c, number, number, dims=dims, unit="persons", period=year
                    )
    t.write_xlsx()


def t19_bank() -> None:
    """A central bank: stocks on days, negatives in brackets by format, scaled formats, hidden sheet, notes in words."""
    t = Table("t19-reserves.xlsx", "International position of Norvania")
    s = t.sheet("Position")
    s.put(0, 0, "International position of Norvania")
    s.put(1, 0, "Central Bank of Norvania (invented); end of period, USD million")
    s.put(
        3,
        0,
        "Code",
        "Item",
        "31 Dec 2023",
        "31 Mar 2024",
        "30 Jun 2024",
        "of which: gold, 30 Jun 2024 (tonnes)",
    )
    days = ["2023-12-31", "2024-03-31", "2024-06-30"]
    rows = [
        ("A", "Reserve assets", 0),
        ("A01", "Foreign currency", 1),
        ("A02", "Gold", 1),
        ("L", "Liabilities", 0),
        ("L01", "Deposits of the DPRK's banks", 1),
        ("N", "Net position", 0),
    ]
    parents: dict[int, str] = {}
    for i, (code, label, depth) in enumerate(rows):
        s.put(4 + i, 0, code)
        s.put(4 + i, 1, Styled(label, indent=depth, bold=not depth))
        parents[depth] = label
        dims = {f"Item {n}": parents[n] for n in range(depth + 1)}
        for c, day in enumerate(days):
            number = round(t.random.uniform(-4000, 9000), 1)
            if (i, c) == (4, 1):
                s.value(4 + i, 2 + c, ":", None, dims=dims, unit="USD", period=day, flags="missing")
            else:
                s.value(
                    4 + i,
                    2 + c,
                    Styled(number, fmt="#,##0.0_);(#,##0.0)"),
                    round(number * 1_000_000),
                    dims=dims,
                    unit="USD",
                    period=day,
                )
        if label == "Gold":
            s.value(
                4 + i,
                5,
                12.5,
                12.5,
                dims=dims,
                unit="tonnes",
                period="2024-06-30",
                also=(
                    "of which: gold",
                    "of which: gold, 30 Jun 2024 (tonnes)",
                    "of which: gold (tonnes)",
                    "gold",
                    "gold (tonnes)",
                    "of which: gold, (tonnes)",
                ),
            )
    s.put(11, 0, "Symbols: “:” not available.")
    hidden = t.sheet("Aux")
    hidden.put(0, 0, "Exchange rate of the talar, end of period")
    hidden.put(2, 0, "Currency", "2022", "2023", "2024")
    for c, year in enumerate(("2022", "2023", "2024")):
        rate = round(t.random.uniform(3, 9), 4)
        hidden.value(
            3,
            1 + c,
            Styled(rate, fmt="0.0000"),
            rate,
            dims={"Currency": "US dollar"},
            unit=None,
            period=year,
        )
    hidden.put(3, 0, "US dollar")
    t.write_xlsx(hidden=("Aux",))


def t20_sdmx_ml() -> None:
    """SDMX-ML 2.1, structure-specific: attributes hold keys, units, multipliers and status."""
    t = Table("t20-remittances.xml", None)
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<mes:StructureSpecificData xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
        '<mes:Header><mes:ID>x</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2025-02-01T00:00:00</mes:Prepared><mes:Sender id="CBN"/></mes:Header>',
        '<mes:DataSet ss:dataScope="DataStructure">',
    ]
    for s, partner in enumerate(("KP", "MN")):
        out.append(
            f'<Series FREQ="Q" REF_AREA="NV" PARTNER="{partner}" UNIT_MEASURE="EUR" UNIT_MULT="6">'
        )
        for o, quarter in enumerate(("2024-Q1", "2024-Q2", "2024-Q3")):
            number = round(t.random.uniform(1, 90), 2)
            status = "P" if o == 2 else "A"
            value: dict[str, object] = {
                "period": quarter,
                "value": round(number * 1e6),
                "printed": str(number),
                "cell": f"/DataSet[1]/Series[{s + 1}]/Obs[{o + 1}]",
                "flags": ["provisional"] if o == 2 else [],
            }
            if (partner, o) == ("KP", 1):
                out.append(f'<Obs TIME_PERIOD="{quarter}" OBS_VALUE="NaN" OBS_STATUS="M"/>')
                value |= {"value": None, "printed": "NaN", "flags": ["missing"]}
            else:
                out.append(
                    f'<Obs TIME_PERIOD="{quarter}" OBS_VALUE="{number}" OBS_STATUS="{status}"/>'
                )
            t.tell(None, {"REF_AREA": "NV", "PARTNER": partner}, "EUR", False, value, ("Q",))
        out.append("</Series>")
    out.append("</mes:DataSet></mes:StructureSpecificData>")
    t.write("\n".join(out).encode())


def t21_weeks() -> None:
    """Weeks across under a year, regions in merged cells down, both sexes told in a column, raised marks."""
    t = Table("t21-weekly.xlsx", "Crossings by week")
    s = t.sheet("W")
    s.put(0, 0, "Crossings by week")
    s.put(1, 0, "Border Guard of Lakonia (invented). Unit: crossings")
    s.put(3, 0, "Region", "Sex", "2025")
    s.merge(3, 2, 3, 5)
    s.merge(3, 0, 4, 0)
    s.merge(3, 1, 4, 1)
    s.put(4, 2, "Week 1", "Week 2", "Week 3", Styled("Week 4", up="p"))
    row = 5
    for region in ("North", "South"):
        s.put(row, 0, region)
        s.merge(row, 0, row + 2, 0)
        for sex in ("Both sexes", "Men", "Women"):
            s.put(row, 1, sex)
            for c in range(4):
                number = t.random.randint(15, 4000)
                up = "3" if (region, sex, c) == ("South", "Men", 2) else ""
                s.value(
                    row,
                    2 + c,
                    Styled(str(number), up=up) if up else number,
                    number,
                    dims={"Region": region, "Sex": sex},
                    unit="person-entries",
                    period=f"2025-W{c + 1:02}",
                    flags="provisional" if c == 3 else "",
                )
            row += 1
    s.put(row + 1, 0, "p Provisional. 3 Includes 204 pilgrims.")
    t.write_xlsx()


def t22_chinese_html() -> None:
    """A page in Japanese with fiscal halves, rates and counts, ten thousands of tonnes, a header cell for each row."""
    t = Table("t22-gyoryo.html", "魚種別輸入量及び金額")
    s = t.sheet()
    html = [
        '<html lang="ja"><head><meta charset="shift_jis"><title>魚種別輸入量及び金額</title></head><body><h1>魚種別輸入量及び金額</h1><table>',
        '<tr><th rowspan="2">魚種</th><th colspan="2">輸入量（万トン）</th><th colspan="2">金額（億円）</th></tr><tr><th>2023年</th><th>2024年</th><th>2023年</th><th>2024年</th></tr>',
    ]
    for i, fish in enumerate(("合計", "さけ・ます", "かに", "いか")):
        html.append(f"<tr><th>{fish}</th>")
        for c, (measure, unit, factor, year) in enumerate(
            (
                ("輸入量（万トン）", "tonnes", 10_000, "2023"),
                ("輸入量（万トン）", "tonnes", 10_000, "2024"),
                ("金額（億円）", "JPY", 100_000_000, "2023"),
                ("金額（億円）", "JPY", 100_000_000, "2024"),
            )
        ):
            number = round(t.random.uniform(1, 400), 1)
            dims = {"魚種": fish, "measure": measure}
            if (i, c) == (2, 1):
                html.append("<td>…</td>")
                s.value(
                    2 + i, 1 + c, None, None, dims=dims, unit=unit, period=year, flags="missing"
                )
            else:
                html.append(f"<td>{number}</td>")
                s.value(
                    2 + i, 1 + c, None, round(number * factor), dims=dims, unit=unit, period=year
                )
        html.append("</tr>")
    html.append("</table><p>…は不詳。資料：海洋水産庁（架空）</p></body></html>")
    t.same = {"輸入量(万トン)": ["輸入量"], "金額(億円)": ["金額"]}
    t.write("".join(html).encode("shift_jis"))


def t23_blank_years() -> None:
    """Years and months down in columns of their own, the year only at its first month; several measures, one of them money."""
    t = Table("t23-border.csv", "Monthly border traffic", same={"Fees (EUR thousand)": ["Fees"]})
    s = t.sheet()
    s.put(0, 0, "Monthly border traffic")
    s.put(1, 0, "Year", "Month", "Vehicles", "Persons", "Fees (EUR thousand)")
    row = 2
    for year in (2023, 2024):
        for number, month in enumerate(("Jan", "Feb", "Mar"), 1):
            s.put(row, 0, str(year) if number == 1 else None, month)
            a, b, c = (
                t.random.randint(100, 9000),
                t.random.randint(100, 90_000),
                round(t.random.uniform(1, 90), 1),
            )
            period = f"{year}-{number:02}"
            s.value(row, 2, str(a), a, dims={}, unit="vehicles", period=period, also=("Vehicles",))
            s.value(row, 3, str(b), b, dims={}, unit="persons", period=period, also=("Persons",))
            s.value(
                row,
                4,
                str(c),
                round(c * 1000),
                dims={"measure": "Fees (EUR thousand)"},
                unit="EUR",
                period=period,
            )
            row += 1
    t.write_csv()


ALL = (
    t12_japanese,
    t13_old_xls,
    t14_old_korean_xls,
    t15_two_pages,
    t16_ods_russian,
    t17_sections,
    t18_side_by_side,
    t19_bank,
    t20_sdmx_ml,
    t21_weeks,
    t22_chinese_html,
    t23_blank_years,
)

if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    import tables_text

    for write in (*tables_text.ALL, *ALL):
        write()
