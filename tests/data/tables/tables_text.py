"""Delimited tables, SDMX and JSON-stat with gold. Every office, state and figure is invented."""

from __future__ import annotations

import json

from builder import Table, grouped


def t01_mytnytsia() -> None:
    """Ukrainian, Windows-1251, quarters beside running totals, thousands of hryvnias, no merged cells."""
    t = Table(
        "t01-mytnytsia.csv",
        "Імпорт товарів за країнами походження у 2023–2024 роках",
        same={"у тому числі: вугілля": ["вугілля"]},
    )
    s = t.sheet()
    s.put(0, 0, "Імпорт товарів за країнами походження у 2023–2024 роках")
    s.put(1, 0, "Митна служба Остравії (вигадана)")
    s.put(1, 8, "тис. грн")
    s.put(3, 0, "Країна", "2023 р.", None, None, None, "2024 р.п")
    s.put(
        4,
        1,
        "I квартал",
        "січень–червень",
        "січень–вересень",
        "рік",
        "I квартал",
        "січень–червень",
        "січень–вересень",
        "рік",
    )
    heads = [
        ("2023-Q1", None),
        ("2023-01/2023-06", True),
        ("2023-01/2023-09", True),
        ("2023", None),
        ("2024-Q1", None),
        ("2024-01/2024-06", True),
        ("2024-01/2024-09", True),
        ("2024", None),
    ]
    labels = ["Усього", "Китай", "  у тому числі: вугілля", "Монголія", "КНДР", "Інші країни"]
    for i, label in enumerate(labels):
        row = 5 + i
        s.put(row, 0, label)
        dims = (
            {"Країна": "Китай", "Товар": "у тому числі: вугілля"} if i == 2 else {"Країна": label}
        )
        running = 0.0
        for c, (period, cumulative) in enumerate(heads):
            running = (running if c % 4 else 0.0) + round(t.random.uniform(3, 1800), 1)
            flags = "provisional" if c > 3 else ""
            if label == "КНДР" and c < 2:
                s.value(
                    row,
                    1 + c,
                    "к",
                    None,
                    dims=dims,
                    unit="UAH",
                    period=period,
                    cumulative=cumulative,
                    flags="confidential",
                )
            elif label == "Монголія" and c == 0:
                s.value(
                    row,
                    1 + c,
                    "–",
                    0,
                    dims=dims,
                    unit="UAH",
                    period=period,
                    cumulative=cumulative,
                    flags="nil",
                )
            else:
                mark = "*" if (i, c) in {(1, 1), (3, 6)} else ""
                s.value(
                    row,
                    1 + c,
                    grouped(running, thousands="\u00a0", point=",", decimals=1) + mark,
                    round(running * 1000),
                    dims=dims,
                    unit="UAH",
                    period=period,
                    cumulative=cumulative,
                    flags=" ".join([*([flags] if flags else []), *(["revised"] if mark else [])]),
                    also=("рік",),
                )
    s.put(12, 0, "к – дані конфіденційні; – явища не було; п – попередні дані.")
    s.put(13, 0, "* Дані переглянуто.")
    s.put(14, 0, "Опубліковано 14.02.2025")
    t.write_csv(delimiter=";", encoding="cp1251", ending="\r\n")


def t02_aussenhandel() -> None:
    """German, thousands with dots, decimal commas, changes in per cent, `0` as less than half, single quarters."""
    t = Table("t02-aussenhandel.csv", "Tabelle 5: Ausfuhr nach Warengruppen und Bestimmungsländern")
    s = t.sheet()
    s.put(0, 0, "Tabelle 5: Ausfuhr nach Warengruppen und Bestimmungsländern")
    s.put(1, 0, "Werte in Tsd. Euro")
    s.put(
        3,
        0,
        "Warengruppe",
        "Bestimmungsland",
        "1. Vj. 2023",
        "2. Vj. 2023",
        "3. Vj. 2023",
        "4. Vj. 2023",
        "1. Vj. 2024",
        "Veränderung gegenüber Vorjahresquartal in %",
    )
    quarters = ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1"]
    row = 4
    for group, places in (
        ("Maschinen", ["Insgesamt", "Mongolei", "Volksrepublik China", "Russische Föderation"]),
        ("Fahrzeuge", ["Insgesamt", "Mongolei", "Volksrepublik China"]),
    ):
        for n, place in enumerate(places):
            s.put(row, 0, group if n == 0 else None, place)
            dims = {"Warengruppe": group, "Bestimmungsland": place}
            for c, quarter in enumerate(quarters):
                number = t.random.randint(10, 2_500_000)
                if (n, c) == (3, 4):
                    s.value(
                        row,
                        2 + c,
                        "x",
                        None,
                        dims=dims,
                        unit="EUR",
                        period=quarter,
                        flags="confidential",
                    )
                elif (n, c) == (1, 2):
                    s.value(
                        row,
                        2 + c,
                        "0",
                        0,
                        dims=dims,
                        unit="EUR",
                        period=quarter,
                        flags="below-unit",
                    )
                elif (n, c) == (2, 1):
                    s.value(
                        row,
                        2 + c,
                        ".",
                        None,
                        dims=dims,
                        unit="EUR",
                        period=quarter,
                        flags="missing",
                    )
                else:
                    s.value(
                        row,
                        2 + c,
                        grouped(number, thousands=".", point=","),
                        number * 1000,
                        dims=dims,
                        unit="EUR",
                        period=quarter,
                    )
            change = round(t.random.uniform(-80, 300), 1)
            if (n,) == (3,):
                s.value(
                    row,
                    7,
                    "x",
                    None,
                    dims=dims,
                    unit="percent",
                    period="2024-Q1",
                    flags="confidential",
                    also=("Veränderung gegenüber Vorjahresquartal in %",),
                )
            else:
                s.value(
                    row,
                    7,
                    grouped(change, thousands=".", point=",", decimals=1).replace("-", "- "),
                    change,
                    dims=dims,
                    unit="percent",
                    period="2024-Q1",
                    also=(
                        "Veränderung gegenüber Vorjahresquartal in %",
                        "Veränderung gegenüber Vorjahresquartal",
                    ),
                )
            row += 1
    s.put(
        row + 1,
        0,
        "0 = weniger als die Hälfte von 1 in der letzten besetzten Stelle; x = Wert unterliegt der Geheimhaltung; . = Zahlenwert unbekannt",
    )
    s.put(
        row + 2, 0, "Quelle: Statistisches Landesamt Rheinau (erfunden), Datenstand: 3. März 2025"
    )
    t.write_csv(delimiter=";", encoding="cp1252")


def t03_korean_long() -> None:
    """Korean, cp949, long: time, country, item, unit and value in columns; months; marks in a column of their own."""
    t = Table("t03-muyeok.csv", None)
    s = t.sheet()
    s.put(0, 0, "시점", "국가", "품목", "구분", "단위", "값", "비고", "상태")
    row = 1
    for year_month, period in (
        ("2024.01", "2024-01"),
        ("2024.02", "2024-02"),
        ("2024.03", "2024-03"),
    ):
        for country in ("중국", "몽골"):
            for item in ("석탄", "수산물"):
                for kind, unit_text, unit, factor in (
                    ("수출액", "천달러", "USD", 1000),
                    ("수출중량", "톤", "tonnes", 1),
                ):
                    number = t.random.randint(20, 98_000)
                    dims = {"국가": country, "품목": item, "구분": kind}
                    status = "p" if period == "2024-03" else ""
                    s.put(row, 0, year_month, country, item, kind, unit_text)
                    if (country, item, period) == ("몽골", "수산물", "2024-02"):
                        s.value(
                            row, 5, "…", None, dims=dims, unit=unit, period=period, flags="missing"
                        )
                        s.put(row, 6, "집계 중")
                    else:
                        s.value(
                            row,
                            5,
                            grouped(number),
                            number * factor,
                            dims=dims,
                            unit=unit,
                            period=period,
                            flags="provisional" if status else "",
                        )
                    s.put(row, 7, status)
                    row += 1
    t.write_csv(encoding="cp949", ending="\r\n")


def t04_gss() -> None:
    """English, years ending in June, shorthand in brackets, bounds in words, a row a nationality and a route."""
    t = Table(
        "t04-routes.csv",
        "Detected arrivals by nationality and route, year ending June 2021 to year ending June 2024",
    )
    s = t.sheet()
    s.put(
        0,
        0,
        "Detected arrivals by nationality and route, year ending June 2021 to year ending June 2024",
    )
    s.put(
        1,
        0,
        "This table contains notes; some cells hold shorthand: [c] confidential, [x] not available, [low] less than half a unit, [r] revised.",
    )
    s.put(2, 0, "Home Office of Albany Isles (invented). Released 22 August 2024.")
    s.put(
        3,
        0,
        "Nationality",
        "Route",
        "Year ending June 2021",
        "Year ending June 2022",
        "Year ending June 2023 [note 2]",
        "Year ending June 2024 [p]",
    )
    periods = ["2020-07/2021-06", "2021-07/2022-06", "2022-07/2023-06", "2023-07/2024-06"]
    shown = {
        ("DPRK", "Sea", 0): ("fewer than 5", None, "bound", None, 5),
        ("DPRK", "Land", 1): ("[c]", None, "confidential", None, None),
        ("DPRK", "Air", 2): ("[x]", None, "missing", None, None),
        ("Mongolia", "Sea", 1): ("1–9", None, "bound", 1, 9),
        ("Mongolia", "Land", 3): ("≥500", None, "bound", 500, None),
        ("Mongolia", "Air", 0): ("1,204 [r]", 1204, "revised", None, None),
    }
    row = 4
    for nationality in ("All nationalities", "DPRK", "Mongolia"):
        for route in ("Land", "Sea", "Air"):
            s.put(row, 0, nationality, route)
            for c, period in enumerate(periods):
                printed, number, flags, low, high = shown.get(
                    (nationality, route, c), ("", 0, "", None, None)
                )
                if not printed:
                    number = t.random.randint(5, 40_000)
                    printed = grouped(number)
                if c == 3:
                    flags = f"{flags} provisional".strip()
                s.value(
                    row,
                    2 + c,
                    printed,
                    number,
                    dims={"Nationality": nationality, "Route": route},
                    unit=None,
                    period=period,
                    flags=flags,
                    low=low,
                    high=high,
                )
            row += 1
    s.put(row + 1, 0, "Note 2: 1,311 people arrived on 3 March 2023 alone.")
    s.put(row + 2, 0, "[p] provisional")
    t.write_csv()


def t05_us_style() -> None:
    """American: dollars in thousands, negatives in brackets, footnotes `1/`, short quarters, January–June sums."""
    t = Table(
        "t05-balance.tsv", "Balance on goods with selected partners (in thousands of dollars)"
    )
    s = t.sheet()
    s.put(0, 0, "Balance on goods with selected partners (in thousands of dollars)")
    s.put(2, 0, "Partner", "4Q23", "1Q24", "2Q24", "Jan-Jun 2024", "Balance, 2023")
    heads = [
        ("2023-Q4", False),
        ("2024-Q1", None),
        ("2024-Q2", False),
        ("2024-01/2024-06", True),
        ("2023", False),
    ]
    for i, label in enumerate(["Total, all partners", "China", "Mongolia 1/", "DPRK", "Russia"]):
        s.put(3 + i, 0, label)
        for c, (period, cumulative) in enumerate(heads):
            number = t.random.randint(-900_000, 900_000)
            dims = {"Partner": label.removesuffix(" 1/")}
            if (i, c) == (3, 2):
                s.value(
                    3 + i,
                    1 + c,
                    "n/a",
                    None,
                    dims=dims,
                    unit="USD",
                    period=period,
                    cumulative=cumulative,
                    flags="missing",
                )
                continue
            text = grouped(abs(number))
            s.value(
                3 + i,
                1 + c,
                f"({text})" if number < 0 else f"${text}" if i == 0 else text,
                number * 1000,
                dims=dims,
                unit="USD",
                period=period,
                cumulative=cumulative,
                also=("Balance",),
            )
    s.put(9, 0, "1/ Includes 14 shipments in transit.")
    s.put(10, 0, "Source: Bureau of Trade, Meridia (invented). Last updated: March 5, 2025")
    t.write_csv(delimiter="\t")


def t06_sdmx_csv() -> None:
    """SDMX-CSV 2.0: structure columns, `code: name` in every cell, quarters, confidential and estimated values."""
    t = Table(
        "t06-migration.csv",
        None,
        same={
            f"{c}: {n}": [c, n]
            for c, n in (
                ("NV", "Norvania"),
                ("KP", "Korea, DPR"),
                ("MN", "Mongolia"),
                ("M", "Male"),
                ("F", "Female"),
                ("ENT", "Entries"),
            )
        },
    )
    s = t.sheet()
    s.put(
        0,
        0,
        "STRUCTURE",
        "STRUCTURE_ID",
        "ACTION",
        "FREQ: Frequency",
        "REF_AREA: Reference area",
        "CITIZENSHIP: Citizenship",
        "SEX: Sex",
        "INDICATOR: Indicator",
        "TIME_PERIOD: Time period",
        "OBS_VALUE: Observation value",
        "UNIT_MEASURE: Unit",
        "UNIT_MULT: Multiplier",
        "OBS_STATUS: Status",
        "CONF_STATUS: Confidentiality",
        "DECIMALS: Decimals",
    )
    row = 1
    for country in ("KP: Korea, DPR", "MN: Mongolia"):
        for sex in ("M: Male", "F: Female"):
            for q in ("2024-Q1", "2024-Q2", "2024-Q3"):
                number = t.random.randint(10, 9000)
                dims = {"Reference area": "NV: Norvania", "Citizenship": country, "Sex": sex}
                status, conf = (
                    ("P: Provisional", "F: Free") if q == "2024-Q3" else ("A: Normal", "F: Free")
                )
                flags, shown, value = "provisional" if q == "2024-Q3" else "", str(number), number
                if (country[:2], sex[0], q) == ("KP", "F", "2024-Q1"):
                    status, conf, flags, shown, value = (
                        "M: Missing",
                        "C: Confidential",
                        "confidential",
                        None,
                        None,
                    )
                if (country[:2], sex[0], q) == ("MN", "M", "2024-Q2"):
                    status, flags = "E: Estimated", "estimate"
                s.put(
                    row,
                    0,
                    "dataflow",
                    "AGY:DF_MIG(2.0)",
                    "I",
                    "Q: Quarterly",
                    "NV: Norvania",
                    country,
                    sex,
                    "ENT: Entries",
                    q,
                )
                s.value(
                    row,
                    9,
                    shown,
                    value,
                    dims=dims,
                    unit="persons",
                    period=q,
                    flags=flags,
                    also=("ENT: Entries", "Entries", "Q: Quarterly", "0: Units", "PS: Persons"),
                )
                s.put(row, 10, "PS: Persons", "0: Units", status, conf, "0")
                row += 1
    t.write_csv()


def t07_sdmx_json() -> None:
    """SDMX-JSON 1.0: series keys, attributes at series and observation, thousands by UNIT_MULT."""
    t = Table(
        "t07-trade.sdmx.json",
        "Trade in goods",
        same={
            "Exports": ["X"],
            "Imports": ["M"],
            "Norvania": ["NV"],
            "Korea, DPR": ["KP"],
            "Mongolia": ["MN"],
        },
    )
    partners, flows, times = (
        [("KP", "Korea, DPR"), ("MN", "Mongolia")],
        [("X", "Exports"), ("M", "Imports")],
        ["2023", "2024", "2025"],
    )
    series = {}
    for p, partner in enumerate(partners):
        for f, flow in enumerate(flows):
            observations = {}
            for n, year in enumerate(times):
                number = t.random.randint(100, 90_000) / 10
                dims = {"Reference area": "Norvania", "Partner": partner[1], "Flow": flow[1]}
                status = 1 if year == "2025" else 0
                cell = f"/dataSets/0/series/0:{p}:{f}/observations/{n}/0"
                if (p, f, n) == (0, 1, 1):
                    observations[str(n)] = [None, 2]
                    t.tell(
                        None,
                        dims,
                        "USD",
                        False,
                        {
                            "period": year,
                            "value": None,
                            "printed": "",
                            "cell": cell,
                            "flags": ["missing"],
                        },
                        ("US dollars", "Annual", "A"),
                    )
                    continue
                observations[str(n)] = [number, status]
                t.tell(
                    None,
                    dims,
                    "USD",
                    False,
                    {
                        "period": year,
                        "value": number * 1000,
                        "printed": str(number),
                        "cell": cell,
                        "flags": ["provisional"] if status else [],
                    },
                    ("US dollars", "Annual", "A"),
                )
            series[f"0:{p}:{f}"] = {"attributes": [0, 0], "observations": observations}
    structure = {
        "name": "Trade in goods",
        "names": {"en": "Trade in goods"},
        "dimensions": {
            "dataSet": [],
            "series": [
                {
                    "id": "REF_AREA",
                    "name": "Reference area",
                    "keyPosition": 0,
                    "values": [{"id": "NV", "name": "Norvania"}],
                },
                {
                    "id": "PARTNER",
                    "name": "Partner",
                    "keyPosition": 1,
                    "values": [{"id": i, "name": n} for i, n in partners],
                },
                {
                    "id": "FLOW",
                    "name": "Flow",
                    "keyPosition": 2,
                    "values": [{"id": i, "name": n} for i, n in flows],
                },
            ],
            "observation": [
                {
                    "id": "TIME_PERIOD",
                    "name": "Time",
                    "role": "time",
                    "values": [{"id": y, "name": y} for y in times],
                }
            ],
        },
        "attributes": {
            "dataSet": [],
            "series": [
                {
                    "id": "UNIT_MULT",
                    "name": "Multiplier",
                    "values": [{"id": "3", "name": "Thousands"}],
                },
                {
                    "id": "UNIT_MEASURE",
                    "name": "Unit",
                    "values": [{"id": "USD", "name": "US dollars"}],
                },
            ],
            "observation": [
                {
                    "id": "OBS_STATUS",
                    "name": "Status",
                    "values": [
                        {"id": "A", "name": "Normal"},
                        {"id": "P", "name": "Provisional"},
                        {"id": "M", "name": "Missing"},
                    ],
                }
            ],
        },
    }
    message = {
        "header": {
            "id": "x",
            "test": False,
            "prepared": "2025-03-01T00:00:00Z",
            "sender": {"id": "CB", "name": "Customs Board of Norvania (invented)"},
        },
        "dataSets": [{"action": "Information", "series": series}],
        "structure": structure,
    }
    t.write((json.dumps(message, indent=1) + "\n").encode())


def t08_jsonstat() -> None:
    """JSON-stat 2.0 with sparse values, months, categories by index, notes, and a status for all that is left out."""
    t = Table(
        "t08-permits.json",
        "Work permits in force",
        same={"Korea, DPR": ["KP"], "Mongolia": ["MN"], "Construction": ["F"], "Fishing": ["A03"]},
    )
    countries, branches, months = (
        {"KP": "Korea, DPR", "MN": "Mongolia"},
        {"F": "Construction", "A03": "Fishing"},
        ["2024M01", "2024M02", "2024M03"],
    )
    value, status, n = {}, {}, 0
    for c in countries:
        for b in branches:
            for m in months:
                period, number = f"2024-{m[-2:]}", t.random.randint(2, 900)
                dims = {"Citizenship": countries[c], "Branch": branches[b]}
                if (c, b, m) == ("KP", "A03", "2024M02"):
                    status[str(n)] = "c"
                    t.tell(
                        None,
                        dims,
                        "permits",
                        False,
                        {
                            "period": period,
                            "value": None,
                            "printed": "",
                            "cell": f"/value/{n}",
                            "flags": ["confidential"],
                        },
                    )
                else:
                    value[str(n)] = number
                    if m == "2024M03":
                        status[str(n)] = "p"
                    t.tell(
                        None,
                        dims,
                        "permits",
                        False,
                        {
                            "period": period,
                            "value": number,
                            "printed": str(number),
                            "cell": f"/value/{n}",
                            "flags": ["provisional"] if m == "2024M03" else [],
                        },
                        ("Permits", "permits"),
                    )
                n += 1
    data = {"version": "2.0", "class": "dataset", "label": "Work permits in force", "source": "Labour Office of Lakonia (invented)", "updated": "2024-05-02",
            "note": ["c: confidential. p: provisional."], "id": ["citizenship", "branch", "metric", "time"], "size": [2, 2, 1, 3], "role": {"time": ["time"], "metric": ["metric"]},
            "dimension": {"citizenship": {"label": "Citizenship", "category": {"index": list(countries), "label": countries}}, "branch": {"label": "Branch", "category": {"index": {"F": 0, "A03": 1}, "label": branches}},
                          "metric": {"label": "Measure", "category": {"label": {"N": "Permits"}, "unit": {"N": {"label": "permits", "decimals": 0}}}},
                          "time": {"label": "Month", "category": {"index": {m: i for i, m in enumerate(months)}}}},
            "value": value, "status": status}  # fmt: skip
    t.write((json.dumps(data, indent=1) + "\n").encode())


def t09_polish() -> None:
    """Polish, semicolons, thousands of persons, months in Roman figures' quarters, `x` and `-` as its office uses them."""
    t = Table("t09-granica.csv", "Ruch graniczny osób według odcinków granicy")
    s = t.sheet()
    s.put(0, 0, "Ruch graniczny osób według odcinków granicy")
    s.put(1, 0, "w tys. osób")
    s.put(
        2,
        0,
        "Wyszczególnienie",
        "I kw. 2024",
        "II kw. 2024",
        "III kw. 2024",
        "IV kw. 2024",
        "I kw. 2025 p",
    )
    quarters = ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"]
    for i, label in enumerate(["Ogółem", "Odcinek wschodni", "Odcinek morski", "Lotniska"]):
        s.put(3 + i, 0, label)
        for c, quarter in enumerate(quarters):
            number = round(t.random.uniform(1, 3000), 1)
            flags = "provisional" if c == 4 else ""
            if (i, c) == (2, 0):
                s.value(
                    3 + i,
                    1 + c,
                    "-",
                    0,
                    dims={"Wyszczególnienie": label},
                    unit="persons",
                    period=quarter,
                    flags="nil",
                )
            elif (i, c) == (2, 1):
                s.value(
                    3 + i,
                    1 + c,
                    "x",
                    None,
                    dims={"Wyszczególnienie": label},
                    unit="persons",
                    period=quarter,
                    flags="missing",
                )
            else:
                s.value(
                    3 + i,
                    1 + c,
                    grouped(number, thousands=" ", point=",", decimals=1),
                    round(number * 1000),
                    dims={"Wyszczególnienie": label},
                    unit="persons",
                    period=quarter,
                    flags=flags,
                )
    s.put(
        8,
        0,
        "Uwaga: (-) zjawisko nie wystąpiło; x – wypełnienie pozycji niemożliwe, brak danych; p – dane wstępne.",
    )
    s.put(9, 0, "Źródło: Urząd Graniczny Sławonii (zmyślony)")
    t.write_csv(delimiter=";")


def t10_ragged() -> None:
    """A long file of which one row lost its quotation marks: that row is set aside, the others are read."""
    t = Table("t10-ragged.csv", None)
    s = t.sheet()
    s.put(0, 0, "country", "year", "month", "entries")
    lines = ["country,year,month,entries"]
    row = 1
    for country in ("DPRK", "Mongolia"):
        for month in range(1, 7):
            number = t.random.randint(1000, 9999)
            if (country, month) == ("DPRK", 4):
                lines.append(f"{country},2024,{month},{number // 1000},{number % 1000:03}")
            else:
                lines.append(f'{country},2024,{month},"{grouped(number)}"')
                s.value(
                    row,
                    3,
                    None,
                    number,
                    dims={"country": country},
                    unit="person-entries",
                    period=f"2024-{month:02}",
                )
            row += 1
    t.write(("\n".join(lines) + "\n").encode())


def t11_dates() -> None:
    """Days written day first: one above the twelfth tells the order of all."""
    t = Table("t11-daily.csv", "Vessels calling at the port of Kamen, daily")
    s = t.sheet()
    s.put(0, 0, "Vessels calling at the port of Kamen, daily")
    s.put(1, 0, "Date", "Vessels", "Of which tankers")
    for i, day in enumerate((9, 10, 11, 12, 13, 14)):
        s.put(2 + i, 0, f"{day:02}/02/2025")
        for c, (label, top) in enumerate((("Vessels", 90), ("Of which tankers", 9))):
            number = t.random.randint(1, top)
            s.value(
                2 + i,
                1 + c,
                str(number),
                number,
                dims={"measure": label} if c else {},
                unit=None,
                period=f"2025-02-{day:02}",
                also=(label,),
            )
    t.write_csv()


ALL = (
    t01_mytnytsia,
    t02_aussenhandel,
    t03_korean_long,
    t04_gss,
    t05_us_style,
    t06_sdmx_csv,
    t07_sdmx_json,
    t08_jsonstat,
    t09_polish,
    t10_ragged,
    t11_dates,
)
