"""Word lists of the readers: one YAML file a purpose, language -> list name -> words.

The files stand in `read/data/`. A line can be added without reading Python; a bad one is refused
with its file and line.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from firsthand.errors import VocabularyError

WordLists = dict[str, dict[str, tuple[str, ...]]]


@cache
def word_lists(name: str) -> WordLists:
    """Return the lists of `read/data/NAME.yaml`: language -> list name -> words, in file order.

    Raises:
        VocabularyError: an entry is not a list of words; `where` is FILE:LINE.
    """
    source = files("firsthand.read").joinpath("data", f"{name}.yaml").read_text("utf-8")
    return parse_word_lists(source, f"{name}.yaml")


def parse_word_lists(source: str, name: str) -> WordLists:
    """Read the YAML text of a word file; `name` is used in errors.

    Raises:
        VocabularyError: as in `word_lists`.
    """
    try:
        root = yaml.compose(source, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise VocabularyError(f"not YAML: {error.problem}", where=f"{name}:{line}") from error
    lists: WordLists = {}
    for language, node in _pairs(root, name, "languages"):
        lists[language] = {
            field: _words(words, name, field) for field, words in _pairs(node, name, language)
        }
    return lists


def _pairs(node: yaml.Node | None, name: str, what: str) -> list[tuple[str, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise _bad(node, name, f"{what} should be a mapping")
    return [(str(key.value), value) for key, value in node.value]


def _words(node: yaml.Node, name: str, field: str) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode):
        raise _bad(node, name, f"{field} should be a list of words")
    for each in node.value:
        if not isinstance(each, yaml.ScalarNode) or not each.value.strip():
            raise _bad(each, name, f"{field} holds something that is not a word")
        if each.tag != "tag:yaml.org,2002:str":
            # `no` and `on` are truth values in YAML; unquoted they would never match a text.
            raise _bad(each, name, f"{each.value!r} in {field} needs quotation marks")
    return tuple(each.value for each in node.value)


def _bad(node: yaml.Node | None, name: str, problem: str) -> VocabularyError:
    line = node.start_mark.line + 1 if node else 1
    return VocabularyError(
        problem, where=f"{name}:{line}", hint="Each list is LANGUAGE: {LIST: [word, word]}."
    )
