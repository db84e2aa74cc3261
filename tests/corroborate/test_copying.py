"""Who drew on whom, by texts and credits."""

from __future__ import annotations

from firsthand.corroborate.articles import sort_documents
from firsthand.corroborate.copying import Copying
from firsthand.corroborate.credits import credits_of
from firsthand.corroborate.titles import Titles
from firsthand.model.extraction import Extraction
from tests.corroborate.make import Said, Seen, article

STORY = (
    "The port authority counted 1,257 containers in Maruva in January. "
    "Residents noticed that the gates were repainted rust-red in one night. "
    "A clerk kept the tally in an ochre ledger. "
    "Most of the boxes left by the old customs road."
)
OTHER = (
    "The ministry of fisheries published new quotas for herring on Monday. "
    "Skippers in Lorne Bay called them far too low for the season. "
    "A union asked the court to suspend the order."
)


def drawn(*extractions: Extraction) -> dict[str, list[tuple[str, bool]]]:
    held = sort_documents(extractions).held
    titles = Titles(held)
    found = Copying(held, [credits_of(h, titles) for h in held]).drawn()
    return {
        held[at].id: [(held[d.earlier].id, d.credited is not None) for d in some]
        for at, some in enumerate(found)
    }


def at(ident: str, text: str, hour: int, **more: object) -> Extraction:
    return article(
        ident,
        text,
        outlet=f"{ident.title()} Post",
        on=f"2026-02-11T{hour:02}:00:00Z",
        **more,  # type: ignore[arg-type]
    )


def test_a_later_copy_draws_on_the_earlier_text() -> None:
    assert drawn(at("alpha", STORY, 8), at("beta", STORY + " It rained.", 10)) == {
        "alpha": [],
        "beta": [("alpha", False)],
    }


def test_unrelated_articles_draw_on_nobody() -> None:
    assert drawn(at("alpha", STORY, 8), at("beta", OTHER, 10)) == {"alpha": [], "beta": []}


def test_a_copy_that_names_its_source_is_credited() -> None:
    text = STORY + " Alpha Post was the first to report it."
    assert drawn(at("alpha", STORY, 8), at("beta", text, 10))["beta"] == [("alpha", True)]


def test_a_credit_that_was_copied_along_is_not_ones_own() -> None:
    """Gamma took Beta's text with its credit to Alpha: it drew on Beta, and credits it not."""
    beta = (
        "In January 1,257 boxes passed Maruva, on the word of its port authority. Alpha Post was the "
        "first to report it. What stood out was that somebody painted the gates rust-red overnight. "
        "The count was kept in a book of ochre leather. The old customs road carried nearly all of it."
    )
    found = drawn(at("alpha", STORY, 8), at("beta", beta, 9), at("gamma", beta, 11))
    assert found["gamma"][0] == ("beta", False)


def test_a_rounded_copy_in_other_order_is_still_a_copy() -> None:
    sentences = STORY.replace("1,257", "about 1,300").split(". ")
    text = ". ".join([sentences[0], *reversed(sentences[1:-1]), sentences[-1]])
    assert drawn(at("alpha", STORY, 8), at("beta", text, 10))["beta"] == [("alpha", False)]


def test_nobody_draws_on_himself_where_the_hours_are_not_told() -> None:
    made = [
        article(name, STORY, outlet=f"{name} Post", on="2026-02-11") for name in ("a", "b", "c")
    ]
    found = drawn(*made)
    assert sum(bool(up) for up in found.values()) <= 2


def test_a_second_title_that_is_credited_for_a_count_of_its_own_is_a_second_source() -> None:
    second = "The union of dockers counted 1,402 containers in Maruva in January."
    merged = STORY + f" Gamma Post has a count of its own: {second}"
    found = drawn(
        at("alpha", STORY, 8),
        at("gamma", second + " Its members keep a book.", 9),
        at("beta", merged, 12),
    )
    assert found["beta"] == [("alpha", False), ("gamma", True)]


def test_a_footer_that_returns_for_weeks_is_no_sign_of_copying() -> None:
    footer = " Sign up for our morning briefing and never miss a story. You can leave at any time."
    stories = (
        "A ferry sank off Lorne Bay", "Herring quotas were halved", "Judges freed a banker in Dovrin",
        "Snow shut the eastern highway", "A choir sang in Talnik", "Milk became dearer in spring",
        "An orchard burned near Vessin", "Cyclists crossed the frozen lake",
    )  # fmt: skip
    made = [
        article(
            f"n{n}", f"{story}.{footer}", outlet=f"T{n}", on=f"2026-0{1 + n // 3}-{1 + n * 3:02}"
        )
        for n, story in enumerate(stories)
    ]
    assert not any(drawn(*made).values())


def test_a_signed_text_is_credited_to_the_agency() -> None:
    wire = at("yonsan", STORY, 8)
    signed = article(
        "copy", f"(Yonsan) - {STORY}", Seen("signed", "(Yonsan)", "Yonsan Post"), outlet="Gazette",
        on="2026-02-12",
    )  # fmt: skip
    assert drawn(wire, signed)["copy"] == [("yonsan", True)]


def test_an_attribution_to_a_held_title_is_a_credit() -> None:
    first = at("alpha", STORY, 8)
    second = at("beta", STORY + " The Alpha Post reported it.", 10)
    third = article(
        "gamma",
        STORY + " Alpha has more.",
        Said("Alpha", "has", kind="news-outlet"),
        outlet="Gamma",
        on="2026-02-12",
    )
    found = drawn(first, second, third)
    assert found["gamma"][0][1]
