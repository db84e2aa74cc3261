"""Frames of verbs in the comma languages: what is said stands behind a comma, a colon or before."""

from __future__ import annotations

from firsthand.attribute.clausal.clauses import (
    auxiliary_of,
    is_insert,
    is_relative,
    negated,
    opens_behind,
    phrase_at,
    stop_of,
    verb_of,
)
from firsthand.attribute.clausal.phrases import antecedent, deeper
from firsthand.attribute.clausal.rules import Segment, Sentence
from firsthand.attribute.draft import Draft, Range
from firsthand.vocabulary.cues import Cue
from firsthand.vocabulary.heads import kind_of_head


def read_verbs(sentence: Sentence) -> None:
    """Add the frames of all cue verbs, segment by segment."""
    for number, segment in enumerate(sentence.segments):
        if segment.speech:
            continue
        found = verb_of(sentence, segment)
        if found is None:
            continue
        at, form = found
        if _of_nobody(sentence, number, at):
            continue
        sentence.taken.add(at)
        if not form.cue.voice or negated(sentence, segment, at, form.cue):
            continue
        if is_relative(sentence, segment):
            _read_relative(sentence, number, at, form.cue)
        elif sentence.low[segment.start] in sentence.rules.list("lead"):
            _read_lead(sentence, number, at, form.cue)
        else:
            _read_main(sentence, number, at, form.cue)


def _of_nobody(sentence: Sentence, number: int, at: int) -> bool:
    """Tell "сообщается, что" and "hieß es": the phrase names nobody, unless "in X" stands there."""
    segment = sentence.segments[number]
    if sentence.low[segment.start] in sentence.rules.list("locating"):
        return False
    back = _before_inserts(sentence, number)
    if back is not None and sentence.word(back[0] - 1) in sentence.rules.list("locating"):
        return False
    for start in range(max(segment.start, at - 3), at + 1):
        phrase = phrase_at(sentence, start)
        if (
            phrase is not None
            and phrase.role == "nobody"
            and start <= at < start + len(phrase.words)
        ):
            return True
    return False


def _read_relative(sentence: Sentence, number: int, at: int, cue: Cue) -> None:
    """Read "X, der sich auf Y beruft", "документ, с которым ознакомился X", "…, который сказал, что C"."""
    segment = sentence.segments[number]
    before = antecedent(sentence, number)
    if before is None:
        return
    others = _nouns_in_relative(sentence, segment, at)
    if cue.sense == "see" and others is not None:
        _in_front(sentence, cue, before, others, (segment.start, at + 1))
    elif cue.sense in ("cite", "hear") and others is not None:
        holder = next(
            (
                d
                for d in reversed(sentence.drafts)
                if d.source and d.source[0][0] <= before[0] < d.source[0][1]
            ),
            None,
        )
        if holder is not None:
            deeper(sentence, cue, holder, others, [(at, at + 1)])
        else:
            _pending(sentence, cue, before, others, at)
    elif cue.sense in ("say", "think", "show"):
        content = _content_right(sentence, number, at, cue)
        if content is not None:
            draft = sentence.add(
                "verb",
                f"{cue.lemma}: the source stands before the relative",
                cue,
                before,
                [(at, at + 1)],
            )
            draft.content = content
            draft.left = before[0]


def _pending(sentence: Sentence, cue: Cue, before: Range, source: Range, at: int) -> None:
    """Keep a source behind somebody who is not a source himself yet; `finish` finds the holder."""
    draft = sentence.add(
        "citing", f"{cue.lemma}: the source behind it", cue, source, [(at, at + 1)]
    )
    draft.left = before[0]
    draft.carried = False
    draft.why.append("pending")


def _nouns_in_relative(sentence: Sentence, segment: Segment, at: int) -> Range | None:
    """Return the noun phrase of a relative clause beside its pronoun."""
    rules = sentence.rules
    skip = (
        rules.list("relatives")
        | rules.list("prepositions")
        | rules.list("adverbs")
        | rules.list("auxiliaries")
    )
    start = segment.start
    while start < segment.end and (
        sentence.low[start] in skip
        and not (
            rules.article
            and start > segment.start + 1
            and sentence.low[start] in rules.list("articles")
        )
        or start == at
    ):
        start += 1
    stop = at if at > start else segment.end
    if start >= stop and at + 1 < segment.end:
        start, stop = at + 1, segment.end
        while start < stop and sentence.low[start] in rules.list("prepositions"):
            start += 1
    if start >= stop:
        return None
    end = rules.phrase_end(sentence.view, start, stop)
    return (start, end) if end > start else None


def _in_front(sentence: Sentence, cue: Cue, inner: Range, outer: Range, cues: Range) -> None:
    """Put an outlet in front of a document; its content is filled in once the document's is known."""
    draft = sentence.add("via", f"{cue.lemma}: the outer voice", cue, outer, [cues])
    draft.left = inner[0]
    draft.why.append("stands in front of the document")


def _read_lead(sentence: Sentence, number: int, at: int, cue: Cue) -> None:
    """Read "Wie X mitteilte, C", "Как сообщает X, C" and the same behind or inside C."""
    segment = sentence.segments[number]
    low, high = _lead_source(sentence, segment, at)
    source, addressee = _split_addressee(sentence, low, high)
    if cue.sense == "show" and source is None:
        return
    if source is None and addressee is None:
        return
    first = sentence.floor(number)
    cues = (segment.start, at + 1) if at == segment.start + 1 else (at, at + 1)
    draft = sentence.add(
        "verb",
        f"{cue.lemma}: “{sentence.low[segment.start]} …” beside its content",
        cue,
        source or addressee,
        [cues],
    )
    draft.left = segment.start
    if number == first or _opens_inside(sentence, number):
        following = number + 1
        while following < len(sentence.segments) and is_insert(
            sentence, sentence.segments[following]
        ):
            following += 1
        if following < len(sentence.segments):
            draft.content = [(sentence.segments[following].start, sentence.stop(following))]
    else:
        draft.content = [(sentence.segments[first].start, segment.start - 1)]
        if segment.after == "," and number + 1 < len(sentence.segments):
            draft.content.append((segment.end + 1, sentence.stop(number)))
    if source is not None and addressee is not None:
        _told(sentence, draft, addressee)
    if cue.sense == "hear":
        _heard_from(sentence, draft, segment, at)


def _opens_inside(sentence: Sentence, number: int) -> bool:
    """Tell whether "как заявил X" opens the content of another: "сообщило, что, как заявил X, C"."""
    before = sentence.segments[number - 1]
    return before.end - before.start == 1 and sentence.low[before.start] in sentence.rules.list(
        "that"
    )


def _lead_source(sentence: Sentence, segment: Segment, at: int) -> Range:
    if sentence.rules.verb_last:
        start, stop = segment.start + 1, at
        if sentence.low[start] in sentence.rules.list("locating"):
            start += 1  # "Wie aus Unterlagen hervorgeht"
        end = sentence.rules.phrase_end(sentence.view, start, stop)
        return start, max(end, start)
    return at + 1, segment.end


def _heard_from(sentence: Sentence, draft: Draft, segment: Segment, at: int) -> None:
    """Read "Wie Reuters von zwei Insidern erfuhr": another source behind the outlet."""
    for i in range(segment.start, segment.end):
        if sentence.low[i] in ("von", "aus", "от", "из", "у", "від") and i != at:
            end = sentence.rules.phrase_end(sentence.view, i + 1, segment.end if i > at else at)
            if end > i + 1:
                deeper(sentence, draft.cue._replace(stance=None), draft, (i + 1, end), [(i, i + 1)])
            return


def read_became_known(sentence: Sentence) -> None:
    """Read "Как стало известно «Форбсу», C": an outlet has learned it."""
    rules = sentence.rules
    for number, segment in enumerate(sentence.segments):
        for known in rules.list("became_known"):
            words = known.split()
            for i in range(segment.start, segment.end - len(words)):
                start = i + len(words)
                if sentence.low[i:start] != words or not sentence.medium(
                    sentence.view, start, segment.end
                ):
                    continue
                cue = Cue(known, "hear", "reports", 0.0, voice=True, takes=frozenset({"clause"}))
                draft = sentence.add(
                    "verb",
                    f"{known}: an outlet has learned",
                    cue,
                    (start, segment.end),
                    [(segment.start, start)],
                )
                draft.left = segment.start
                following = number + 1
                if number == sentence.floor(number) and following < len(sentence.segments):
                    first = sentence.segments[following].start
                    draft.content = [
                        (
                            first + (sentence.low[first] in rules.list("that")),
                            stop_of(sentence, following),
                        )
                    ]
                else:
                    draft.content = [
                        (sentence.segments[sentence.floor(number)].start, segment.start - 1)
                    ]
                sentence.taken |= set(range(i, start))


def _read_main(sentence: Sentence, number: int, at: int, cue: Cue) -> None:
    segment = sentence.segments[number]
    if cue.sense == "see":
        return
    post = _stands_behind(sentence, number, at)
    content = None if post else _content_right(sentence, number, at, cue)
    if content is None and not post and cue.sense != "cite":
        post = _ends_behind(sentence, number, at)
    if content is None and not post and cue.sense != "cite":
        return
    subject, addressee, located = _subject(sentence, number, at, behind=post)
    if cue.sense == "show" and not located and subject is None:
        return
    if subject is None and addressee is None:
        return
    if cue.sense == "cite":
        _read_cite(sentence, number, at, cue, subject)
        return
    sources = _members(sentence, number, subject) if subject is not None else [addressee]
    for source in sources:
        draft = sentence.add(
            "verb",
            f"{cue.lemma}: {'content before' if post else 'content behind'}",
            cue,
            source,
            [_cue_range(sentence, segment, at)],
        )
        draft.left = segment.start
        draft.content = _content_left(sentence, number) if post else list(content or [])
        draft.why.append(
            "the source stands "
            + ("behind its verb" if source and source[0] > at else "in front of its verb")
        )
        if subject is not None and addressee is not None:
            _told(sentence, draft, addressee)
        if cue.sense == "hear":
            _heard_from(sentence, draft, segment, at)


def _cue_range(sentence: Sentence, segment: Segment, at: int) -> Range:
    return at, at + 1


def _told(sentence: Sentence, draft: Draft, addressee: Range) -> None:
    if not sentence.medium(sentence.view, *addressee):
        return
    outer = sentence.add(
        "told", f"{draft.cue.lemma}: told to an outlet", draft.cue, addressee, list(draft.cues)
    )
    outer.content = sorted([*draft.source, *draft.content])
    draft.parent = outer


def _members(sentence: Sentence, number: int, subject: Range) -> list[Range]:
    """Return two sources for "и A, и B", "sowohl A als auch B"; else the phrase as it is."""
    low, high = subject
    words, segment = sentence.low, sentence.segments[number]
    before = sentence.segments[number - 1] if number else None
    joiners = sentence.rules.list("joiners")
    if (
        before is not None
        and segment.before == ","
        and words[segment.start] in joiners
        and words[before.start] == words[segment.start]
        and before.end - before.start <= 5
    ):
        return [(before.start + 1, before.end), subject]
    if words[low] == "sowohl" and "als" in words[low:high]:
        middle = words.index("als", low)
        return [(low + 1, middle), (middle + 1 + (words[middle + 1] == "auch"), high)]
    return [subject]


def _stands_behind(sentence: Sentence, number: int, at: int) -> bool:
    """Tell whether the verb opens a segment behind its content: ", sagte X", "», — заявил X"."""
    segment = sentence.segments[number]
    if number == sentence.floor(number) and segment.before not in ("Q", "-"):
        return False
    if segment.before not in (",", "-", "Q"):
        return False
    skip = sentence.rules.list("adverbs") | sentence.rules.list("auxiliaries")
    leads = all(sentence.low[i] in skip for i in range(segment.start, at))
    if not leads or segment.start > at:
        return False
    before = sentence.segments[number - 1] if number else None
    if before is not None and (is_insert(sentence, before) or _is_that(sentence, before)):
        return False
    following = sentence.segments[number + 1] if number + 1 < len(sentence.segments) else None
    opens = (
        following is not None
        and segment.after == ","
        and sentence.low[following.start] in sentence.rules.list("that")
    )
    return not opens and _some_content(sentence, number)


def _is_that(sentence: Sentence, segment: Segment) -> bool:
    return segment.end - segment.start == 1 and sentence.low[segment.start] in sentence.rules.list(
        "that"
    )


def _some_content(sentence: Sentence, number: int) -> bool:
    first = sentence.segments[sentence.floor(number)]
    return (
        first.speech
        or sentence.segments[number - 1].speech
        or sentence.segments[number].start - first.start > 2
    )


def _ends_behind(sentence: Sentence, number: int, at: int) -> bool:
    """Tell a short last segment with subject and verb: ", министр сказал."."""
    segment = sentence.segments[number]
    last = segment.after in (".", "", ";", "!", "?")
    return (
        last
        and segment.before in (",", "Q", "-")
        and at == segment.end - 1
        and segment.end - segment.start <= 7
        and _some_content(sentence, number)
    )


def _content_left(sentence: Sentence, number: int) -> list[Range]:
    segment = sentence.segments[number]
    first = sentence.segments[sentence.floor(number)]
    pieces = [(first.start, segment.start)]
    following = sentence.segments[number + 1 :]
    goes_on = (
        following
        and segment.after in (",", "-", "Q", ":")
        and not is_insert(sentence, following[0])
    )
    if goes_on:
        start = following[0].start
        joined = sentence.low[start] in sentence.rules.list("joiners") | sentence.rules.list(
            "contrasts"
        )
        gerund = any(
            f.tense == "ing" for f in sentence.rules.cues.verbs.get(sentence.low[start], ())
        )
        if following[0].speech or not (
            joined
            or gerund
            or sentence.low[start] in sentence.rules.list("negations")
            or _cue_in(sentence, following[0])
        ):
            pieces.append((start, sentence.stop(number + 1)))
    return [p for p in pieces if p[0] < p[1]]


def _cue_in(sentence: Sentence, segment: Segment) -> bool:
    return any(
        sentence.low[i] in sentence.rules.cues.verbs for i in range(segment.start, segment.end)
    )


def _content_right(sentence: Sentence, number: int, at: int, cue: Cue) -> list[Range] | None:
    """Return the content behind a verb; None where there is none."""
    rules, segment = sentence.rules, sentence.segments[number]
    following = number + 1
    if segment.after == ":" and following < len(sentence.segments):
        return [(sentence.segments[following].start, stop_of(sentence, following))]
    while (
        following < len(sentence.segments)
        and sentence.segments[following].before in (",",)
        and is_insert(sentence, sentence.segments[following])
    ):
        following += 1
    if following < len(sentence.segments) and sentence.segments[following].before in (
        ",",
        "Q",
        "-",
    ):
        start = sentence.segments[following].start
        word = sentence.low[start]
        if sentence.segments[following].speech and sentence.segments[following].before == "Q":
            return [(start, start + 1)]
        noun = _cue_noun(sentence, at + 1, segment.end)
        if word in rules.list("that") and cue.stance == "denies" and noun is not None:
            return [(noun, stop_of(sentence, following))]  # denied the report that C
        if word in rules.list("that"):
            keep = word in rules.list("wh") and word not in ("ob", "чи")
            return [(start + (not keep), stop_of(sentence, following))]
        if word in ("было", "есть", "будет", "была", "были") and sentence.word(start + 1) == "ли":
            return [(start, stop_of(sentence, following))]
        if "wh" in cue.takes and sentence.word(start + 1) == "ли":
            return [(start, stop_of(sentence, following))]
        joined = word in rules.list("joiners") | rules.list("contrasts")
        if (
            rules.bare
            and not joined
            and not _behind_or_nobody(sentence, following)
            and segment.after == ","
            and _opens_bare(sentence, number, at, following)
        ):
            return [(start, stop_of(sentence, following))]
    return _object(sentence, number, at, cue)


def _behind_or_nobody(sentence: Sentence, number: int) -> bool:
    """Tell whether a segment is itself a frame behind its content: ", hieß es", ", sagte X"."""
    segment = sentence.segments[number]
    phrase = phrase_at(sentence, segment.start)
    return (phrase is not None and phrase.role == "nobody") or (
        segment.after in (".", "", ";") and opens_behind(sentence, segment)
    )


def _opens_bare(sentence: Sentence, number: int, at: int, following: int) -> bool:
    """Tell whether the comma behind a German verb opens its indirect speech."""
    segment = sentence.segments[number]
    if number and is_insert(sentence, sentence.segments[number - 1]):
        return True
    return (
        segment.before != ","
        or segment.start != at
        or not _some_content(sentence, number)
        or following == number + 2
    )


def _cue_noun(sentence: Sentence, start: int, end: int) -> int | None:
    """Return where an object begins that is something said: "сообщение Reuters о том, что"."""
    nouns = sentence.rules.cues.nouns
    found = next((i for i in range(start, end) if sentence.low[i] in nouns), None)
    return None if found is None else start


def _object(sentence: Sentence, number: int, at: int, cue: Cue) -> list[Range] | None:
    """Return an object in the same segment: an infinitive, a noun phrase, "о гибели"."""
    segment = sentence.segments[number]
    end = segment.end
    if cue.particle and sentence.low[end - 1] == cue.particle[-1]:
        end -= 1
    start = at + 1
    while start < end and (
        sentence.low[start] in sentence.rules.list("adverbs") | sentence.rules.list("pronouns")
        or any(low <= start < high for low, high in segment.holes)
    ):
        start += 1
    if start >= end:
        return None
    stop = min((low for low, high in segment.holes if low > start), default=end)
    if "inf" in cue.takes and sentence.rules.infinitive(sentence.low[start]):
        return [(start, max(stop, stop_of(sentence, number)))]
    about = sentence.low[start] in sentence.rules.list("about")
    if about and start + 1 < stop and (cue.takes & {"about"} or cue.stance == "expects"):
        return [(start + 1, stop)]
    subject_only = _is_subject_only(sentence, segment, at)
    if subject_only and _before_inserts(sentence, number) is not None:
        subject_only = False
    if cue.takes & {"np", "value"} and not subject_only:
        return [(start, stop)]
    return None


def _is_subject_only(sentence: Sentence, segment: Segment, at: int) -> bool:
    """Tell whether only the subject stands behind the verb."""
    return at == segment.start or all(
        sentence.low[i] in sentence.rules.list("adverbs") for i in range(segment.start, at)
    )


def _subject(
    sentence: Sentence, number: int, at: int, *, behind: bool
) -> tuple[Range | None, Range | None, bool]:
    """Return source, addressee that is an outlet, and whether the source stands in "in X"."""
    rules, segment = sentence.rules, sentence.segments[number]
    if behind:
        source, addressee = _split_addressee(sentence, at + 1, segment.end)
        return source, addressee, False
    low, high = _left_part(sentence, segment, at)
    if low < high and sentence.low[low] in rules.list("locating"):
        right, addressee = _split_addressee(sentence, at + 1, segment.end)
        plain = (
            _house_speaks(sentence, low + 1, high, at)
            or right is None
            or rules.cues.verbs.get(sentence.low[at], ())[0].cue.sense == "show"
        )
        if plain and not _is_time(sentence, low + 1):
            return (low + 1, _trim(sentence, low + 1, high)), addressee, True
        return right, addressee, False
    if low < high and sentence.low[low] not in rules.list("prepositions"):
        _, addressee = _split_addressee(sentence, at + 1, segment.end)
        return (low, _trim(sentence, low, high)), addressee, False
    if low >= high and sentence.low[segment.start] in rules.list("joiners") | {
        "и",
        "und",
        "й",
        "та",
        "і",
    }:
        shared = next(
            (d.source[0] for d in reversed(sentence.drafts) if d.way == "verb" and d.source), None
        )
        if shared is not None:
            return shared, None, False
    if low >= high:
        back = _before_inserts(sentence, number)
        if back is not None:
            _, addressee = _split_addressee(sentence, at + 1, segment.end)
            return back, addressee, False
    source, addressee = _split_addressee(sentence, at + 1, segment.end)
    return source, addressee, False


def _house_speaks(sentence: Sentence, low: int, high: int, at: int) -> bool:
    """Tell "В МИД сообщили": a verb in the plural without a subject, in a house that can speak."""
    endings = tuple(sentence.rules.list("plural_verb_endings"))
    several = bool(endings) and sentence.low[at].endswith(endings)
    return several and sentence.kind(sentence.view, low, high) is not None


def _left_part(sentence: Sentence, segment: Segment, at: int) -> Range:
    """Return the tokens in front of the verb without conjunctions, adverbs and holes."""
    rules = sentence.rules
    skip = (
        rules.list("joiners") | rules.list("contrasts") | rules.list("adverbs") | rules.list("that")
    )
    low, high = segment.start, at
    auxiliary = auxiliary_of(sentence, segment)
    if auxiliary is not None and auxiliary < at:
        high = auxiliary
    for start, end in segment.holes:
        if start == low:
            low = end
        elif low < start < high:
            high = start
    low = _after_filler(sentence, low, high)
    while (
        low < high
        and sentence.low[low] in skip
        and not sentence.view.capital(low) | (low in sentence.view.quoted)
    ):
        low += 1
    while (
        low < high
        and sentence.low[low] in skip
        and low == segment.start
        and sentence.low[low] not in rules.list("articles")
    ):
        low += 1
    while high > low and (
        sentence.low[high - 1] in rules.list("adverbs") | {"себя", "не"}
        or _names_nobody(sentence, high - 1)
    ):
        high -= 1
    return low, high


def _names_nobody(sentence: Sentence, i: int) -> bool:
    """Tell "angeblich" and "якобы" in front of a verb."""
    phrase = phrase_at(sentence, i)
    return phrase is not None and phrase.role == "nobody" and len(phrase.words) == 1


def _after_filler(sentence: Sentence, low: int, high: int) -> int:
    """Return the index behind "в свою очередь" and the like."""
    for filler in sentence.rules.list("fillers"):
        words = filler.split()
        if sentence.low[low : low + len(words)] == words and low + len(words) <= high:
            return low + len(words)
    return low


def _trim(sentence: Sentence, low: int, high: int) -> int:
    """Return the end of a subject without a time behind it."""
    times, prepositions = sentence.rules.list("times"), sentence.rules.list("prepositions")
    end = high
    while end > low + 1 and (sentence.low[end - 1] in times or sentence.view.kind[end - 1] == "n"):
        end -= 1
    if end < high and end > low + 1 and sentence.low[end - 1] in prepositions:
        end -= 1
    return end if end > low else high


def _is_time(sentence: Sentence, i: int) -> bool:
    return sentence.word(i) in sentence.rules.list("times") or sentence.view.kind[i] == "n"


def _before_inserts(sentence: Sentence, number: int) -> Range | None:
    """Return the subject in front of inserts: "X, ссылаясь на Y, сообщил"."""
    n = number - 1
    while (
        n >= 0 and sentence.segments[n].after == "," and is_insert(sentence, sentence.segments[n])
    ):
        n -= 1
    if n < 0 or n == number - 1 or sentence.segments[n].speech:
        return None
    segment = sentence.segments[n]
    low, high = _left_part(sentence, segment, segment.end)
    for i in range(low, high):
        if sentence.low[i] in sentence.rules.list("that"):
            low = i + 1
    while low < high and sentence.low[low] in sentence.rules.list("locating"):
        low += 1
    return (low, high) if low < high else None


def _split_addressee(sentence: Sentence, start: int, end: int) -> tuple[Range | None, Range | None]:
    """Part the words behind a verb into the source and an outlet that is spoken to."""
    rules, view = sentence.rules, sentence.view
    segment = next((s for s in sentence.segments if s.start <= start <= s.end), None)
    for low, high in segment.holes if segment else ():
        if start <= low < end:
            end = low
    while end > start and sentence.low[end - 1] in rules.list("adverbs") | _particles(sentence):
        end -= 1
    end = _cut_adjunct(sentence, start, end)
    if start >= end:
        return None, None
    while (
        start < end
        and sentence.low[start] in rules.list("locating") | frozenset({"в", "из", "у", "із"})
        and not rules.article
    ):
        start += 1  # "сказали в службе", "следует из данных"
    for i in range(end - 1, start - 1, -1):
        if not _names_medium(sentence, end - 1):
            break
        if not _names_medium(sentence, i) or not sentence.medium(view, i, end):
            continue
        low = i
        while low > start and (
            _modifier(sentence, low - 1) or _media_noun(sentence, low - 1) or low - 1 in view.quoted
        ):
            low -= 1
        if not _dative(sentence, low, end) or (sentence.low[low] == "der" and low > start):
            break
        return ((start, low) if low > start else None), (low, end)
    first = _addressed_first(sentence, start, end)
    if first is not None:
        return (first, end), (start, first)
    stop = rules.phrase_end(view, start, end)
    return ((start, max(stop, start + 1)), None)


def _addressed_first(sentence: Sentence, start: int, end: int) -> int | None:
    """Return where the source begins behind an outlet: "рассказал газете «Либерте» | водитель"."""
    if sentence.low[start] not in sentence.rules.list("dative_media"):
        return None
    after = start + 1
    while after < end and (after in sentence.view.quoted or sentence.view.capital(after)):
        after += 1
    return after if start + 1 < after < end else None


def _names_medium(sentence: Sentence, i: int) -> bool:
    """Tell whether a token may belong to the name of an outlet."""
    return i in sentence.view.quoted or sentence.view.capital(i) or _media_noun(sentence, i)


def _particles(sentence: Sentence) -> frozenset[str]:
    return (
        frozenset(
            {"mit", "bekannt", "hinzu", "ein", "an", "zurück", "aus", "fest", "zu", "klar", "offen"}
        )
        if sentence.rules.article
        else frozenset()
    )


def _cut_adjunct(sentence: Sentence, start: int, end: int) -> int:
    """Return the end of the words behind a verb without a time or place: "am Dienstag", "в среду"."""
    rules = sentence.rules
    for i in range(start, end):
        if sentence.low[i] in rules.list("prepositions") and (
            any(sentence.low[j] in rules.list("times") for j in range(i + 1, min(end, i + 4)))
            or any(sentence.low[j] in rules.list("manner") for j in range(i + 1, min(end, i + 3)))
            or sentence.view.kind[min(i + 1, end - 1)] == "n"
        ):
            return i
        if sentence.low[i] in rules.list("times") and i > start:
            return i
        if sentence.low[i] in rules.list("listeners") and i > start:
            return i
    if start < end and sentence.low[start] in rules.list("listeners"):
        return start
    return end


def _media_noun(sentence: Sentence, i: int) -> bool:
    return sentence.low[i] in sentence.rules.list("dative_media") or kind_of_head(
        sentence.low[i], sentence.rules.cues.language
    ) in (
        "news-agency",
        "news-outlet",
    )


def _modifier(sentence: Sentence, i: int) -> bool:
    """Tell an adjective or article in the dative in front of an outlet: "литовському", "dem"."""
    word = sentence.low[i]
    if sentence.rules.article:
        return word in ("dem", "der", "den")
    return word.endswith(("ому", "ему", "ой", "ій", "ей"))


def _dative(sentence: Sentence, low: int, high: int) -> bool:
    """Tell whether an outlet is spoken to: a dative, not the subject itself."""
    if sentence.rules.article:
        return sentence.low[low] in ("dem", "der", "den") and sentence.low[low] != "die"
    words = sentence.rules.list("dative_media")
    if any(sentence.low[i] in words for i in range(low, high)):
        return True
    first = sentence.low[low]
    return low in sentence.view.quoted and first.endswith(("у", "ю", "е", "і"))


def _read_cite(sentence: Sentence, number: int, at: int, cue: Cue, subject: Range | None) -> None:
    """Read "X zitierte Y mit den Worten, C", "ТАСС процитировал Y, …", "X beruft sich auf Y"."""
    segment = sentence.segments[number]
    if subject is None:
        return
    if subject[0] > at:
        _cited_behind(sentence, number, at, cue)
        return
    rules = sentence.rules
    start = at + 1
    while start < segment.end and sentence.low[start] in {"sich", "слова", "слів"} | (
        rules.list("adverbs") - rules.list("prepositions")
    ):
        start += 1
    start += sentence.word(start) in rules.list("prepositions")
    if start >= segment.end:
        return
    saying = next((i for i in range(start, segment.end) if _quoting(sentence, i)), segment.end)
    if sentence.low[segment.start] in rules.list("joiners"):
        holder = next(
            (d for d in reversed(sentence.drafts) if d.source and d.source[0] == subject), None
        )
        if holder is not None:
            deeper(sentence, cue, holder, (start, segment.end), [(at, start)])
            return
    outer = sentence.add(
        "verb", f"{cue.lemma}: one voice quotes another", cue, subject, [(at, at + 1)]
    )
    outer.left = segment.start
    stop = sentence.stop(number)
    outer.content = [(start, stop)]
    following_ = number + 1
    that = (
        following_ < len(sentence.segments)
        and segment.after == ","
        and sentence.low[sentence.segments[following_].start] in rules.list("that")
    )
    if (
        saying < segment.end
        or that
        or (segment.after == ":" and number + 1 < len(sentence.segments))
    ):
        following = number + 1
        content = sentence.segments[following].start if following < len(sentence.segments) else stop
        if sentence.low[content : content + 1] and sentence.low[content] in rules.list(
            "that"
        ) | rules.list("backward"):
            content += 1
        inner = sentence.add(
            "verb",
            "the words of the one who is quoted",
            cue._replace(sense="say", stance=None),
            (start, saying),
            [(saying, segment.end) if saying < segment.end else (segment.end, segment.end + 1)],
        )
        inner.content = [(content, stop)]
        inner.left = start
        if segment.after == ":" and saying == segment.end:
            inner.shares, inner.way, inner.parent, inner.cues = (
                outer,
                "citing",
                outer,
                [(at, at + 1)],
            )
            inner.content, outer.content = [], [(content, stop)]
    elif segment.after in (".", "", ";") and number == len(sentence.segments) - 1:
        outer.carried = (
            not sentence.nested and sentence.kind(sentence.view, start, segment.end) is not None
        )


def _cited_behind(sentence: Sentence, number: int, at: int, cue: Cue) -> None:
    """Read "«C», — цитирует Y X": behind the words stand the one quoted and the outlet."""
    segment = sentence.segments[number]
    if not _stands_behind(sentence, number, at):
        return
    outlet = next(
        (i for i in range(at + 2, segment.end) if _names_medium(sentence, i) and sentence.medium(sentence.view, i, segment.end)),
        None,
    )  # fmt: skip
    if outlet is None:
        return
    content = _content_left(sentence, number)
    outer = sentence.add(
        "verb", f"{cue.lemma}: an outlet quotes another", cue, (outlet, segment.end), [(at, at + 1)]
    )
    outer.left, outer.content = segment.start, sorted([*content, (at + 1, outlet)])
    inner = sentence.add(
        "verb",
        "the one who is quoted",
        cue._replace(sense="say", stance=None),
        (at + 1, outlet),
        [(at, at + 1)],
    )
    inner.left, inner.content, inner.parent = segment.start, content, outer


def _quoting(sentence: Sentence, i: int) -> bool:
    for phrase in sentence.rules.cues.phrases.get(sentence.low[i], ()):
        if (
            phrase.role == "quoting"
            and tuple(sentence.low[i : i + len(phrase.words)]) == phrase.words
        ):
            return True
    return False
