"""The flow from an article to its documents, step by step. The stages know nothing of each other; they meet here.

The stages that need the language model are imported where they are called: `render` and `show` must not wait for it.
So is what writes mails and calendars, which few runs do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import brief_files, brief_sources, briefyaml, documents, house_styles, settings, storage
from briefgen.documents import Printed
from briefgen.errors import BriefFileError, EngineError, Place, StorageError, StyleError
from briefgen.model.article import Article
from briefgen.model.brief import Brief, Given
from briefgen.model.findings import Findings
from briefgen.model.merged import Merged, Notice
from briefgen.requests import MakeRequest, Outcome, RenderRequest
from briefgen.storage import BriefFolder

if TYPE_CHECKING:
    from briefgen.checking import Finding
    from briefgen.mailing import Drafted, MailRequest

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A brief as its files hold it: the draft, the same with the overrides; whether the draft was edited by hand."""

    folder: BriefFolder
    file: Path
    draft: Brief
    merged: Merged
    hand_edited: bool

    @property
    def edited(self) -> bool:
        """Whether a person changed anything in the brief."""
        return self.hand_edited or self.merged.brief != self.draft

    @property
    def warnings(self) -> tuple[str, ...]:
        """What should be said about the brief."""
        edited = f"{self.folder.brief} was edited by hand; its text is used as it stands"
        return (*([edited] if self.hand_edited else []), *map(str, self.merged.notices))

    def basis_file(self) -> dict[Path, bytes]:
        """The basis.yaml to write with documents; none where the brief is not the draft as it was made."""
        as_drafted = self.file == self.folder.brief and not self.folder.is_hand_edited()
        return brief_files.basis_file(self.folder, self.merged.basis) if as_drafted else {}


def make(request: MakeRequest, progress: Progress) -> Outcome:
    """An article, or several together, into a folder: draft, numbered source and documents. Nothing is written unless
    all of it was made, but for a draft that the overrides do not fit. Raises BriefgenError."""
    from briefgen import sources

    # 1. Read the articles. Nobody else writes the folder of the brief from here on.
    progress("reading")
    brief_sources.refuse_too_many(1 + len(request.beside))
    articles = [
        sources.read(where, stdin=request.stdin, allow_private=request.allow_private)
        for where in (request.where, *request.beside)
    ]
    folder = BriefFolder.under(request.output, request.name or _default_name(articles[0], request.given))
    if articles[0].source.sha256 == request.unless:
        return Outcome(folder.path, ())
    with storage.locked_brief(folder.path):
        return _make(request, articles, folder, progress)


def _make(request: MakeRequest, articles: list[Article], folder: BriefFolder, progress: Progress) -> Outcome:
    from briefgen import collation, drafting
    from briefgen.analysis.text import language_model

    # 2. Open the folder; what would stop the writing is found before the long work.
    previous = brief_files.read_previous(folder, request.formats, request.discard_edits)
    articles = brief_sources.identify(folder, articles, previous, request.given)
    configured = settings.read()
    given = settings.remember(previous.given if previous else Given(), request.given, configured)
    given = brief_sources.of_the_brief(given) if request.beside else given
    in_force = settings.in_force(given, configured)
    if in_force.style:
        house_styles.load_style(in_force.style)
    overrides, basis = brief_files.read_overrides(folder.overrides), brief_files.read_basis(folder)

    # 3. Analyse each on its own, then collate what they tell.
    progress("loading the language model")
    language_model.load(request.language_model)
    progress("analysing")
    findings = collation.collate([_analyse(article, given, request) for article in articles])

    # 4. Draft the brief. Hand edits were made in the draft before: its words are remembered, its ids stay.
    progress("drafting")
    day = given.date or request.today
    brief = drafting.draft(articles[0], findings, date=day, given=in_force, beside=articles[1:])
    brief.given = given  # what is configured is not remembered, so that it can be configured anew
    if previous:
        basis = briefyaml.remember(previous, overrides, basis, brief_files.read_sentences(folder))
        brief = briefyaml.keep_ids(brief, previous, basis)

    # 5. Set up the files of the draft.
    draft = brief_files.draft_files(folder, articles, findings, brief)

    # 6. Merge what the human wrote. Where that fails, the new draft is what its ids are looked up in.
    sentences = {sentence.id: sentence.text for sentence in findings.sentences}
    try:
        merged = briefyaml.merge(brief, overrides, basis, sentences)
    except BriefFileError:
        brief_files.write_draft(folder, {**brief_files.basis_file(folder, basis), **draft}, request.discard_edits)
        raise

    # 7. Render the documents.
    printed = Printed(merged.brief, merged.brief != brief, merged.human)
    contents, told = documents.render(folder, printed, request.formats, progress)

    # 8. Write everything together.
    progress("writing")
    remembered = brief_files.basis_file(folder, merged.basis)
    files = brief_files.write_draft(folder, {**remembered, **draft, **contents}, request.discard_edits)
    written = tuple(path for path in files if path.parent == folder.path)
    return Outcome(folder.path, written, (*map(str, merged.notices), *told), merged.brief)


def _analyse(article: Article, given: Given, request: MakeRequest) -> Findings:
    """What one article tells; an error says which, where there are several."""
    from briefgen import analysis

    article = replace(article, source=replace(article.source, language=given.language))
    try:
        return analysis.analyse(article, request.language_model, given.published)
    except EngineError as error:
        if not request.beside:
            raise
        raise EngineError(f"{brief_sources.name_of(article.source)}: {error.what}", error.hint) from error


def render(request: RenderRequest, progress: Progress) -> Outcome:
    """The documents of a brief, from brief.yaml as it stands and overrides.yaml. Raises BriefgenError."""
    with brief_files.locked(request.where):
        return _render(request, progress)


def _render(request: RenderRequest, progress: Progress) -> Outcome:
    progress("reading")
    opened = open_brief(request.where)
    changes = {"style": request.style, "date": request.date}
    brief = opened.merged.brief.model_copy(update={key: value for key, value in changes.items() if value is not None})
    printed = Printed(brief, opened.edited, opened.merged.human, request.fair, request.letterhead)
    contents, told = documents.render(opened.folder, printed, request.formats, progress)
    progress("writing")
    storage.write_whole(opened.folder.path, {**opened.basis_file(), **contents})
    return Outcome(opened.folder.path, tuple(contents), (*opened.warnings, *told, *documents.excesses(brief)))


def email(request: MailRequest, progress: Progress) -> Drafted:
    """The e-mail of a brief as a draft beside its documents, which are made anew where they are out of date.

    Nothing is sent. Raises BriefgenError.
    """
    from briefgen import mailing

    progress("reading")
    with brief_files.locked(request.where):
        opened = open_brief(request.where)
        printed = Printed(opened.merged.brief, opened.edited, opened.merged.human)
        drafted = mailing.draft(opened.folder, opened.file, printed, request, progress)
        storage.write_whole(opened.folder.path, {**opened.basis_file(), **drafted.files})
    return replace(drafted, warnings=(*opened.warnings, *drafted.warnings))


def open_brief(where: Path) -> Opened:
    """The brief in `where` (its folder or file) with its overrides. Raises BriefgenError."""
    folder, file = brief_files.locate(where)
    sentences = brief_files.read_sentences(folder)
    draft = _load(briefyaml.read_text(file), folder, file, sentences)
    overrides, basis = brief_files.read_overrides(folder.overrides), brief_files.read_basis(folder)
    merged = briefyaml.merge(draft, overrides, basis, sentences)
    return Opened(folder, file, draft, merged, brief_files.is_hand_edited(folder, file))


def capture(where: Path) -> Outcome:
    """Hand edits of the brief in `where` into its overrides, and the clean draft back in its place.

    Either all of that is written or, where anything does not fit, nothing. Raises BriefgenError.
    """
    with brief_files.locked(where):
        return _capture(where)


def _capture(where: Path) -> Outcome:
    # 1. Read what was drafted and what became of it.
    folder, file = brief_files.locate(where)
    untouched = storage.read_bytes(folder.last_draft)
    if untouched is None or file != folder.brief:
        what = f"{file} cannot be compared with the draft that it was: {folder.last_draft} is not there"
        hint = "Name the folder that `briefgen make` wrote; or write your edits into overrides.yaml by hand."
        raise StorageError(what if untouched is None else f"{file} is not the brief.yaml of its folder", hint)
    if not folder.is_hand_edited():
        return Outcome(folder.path, (), (f"{file} was not edited by hand; there is nothing to capture",))
    sentences = brief_files.read_sentences(folder)
    draft = briefyaml.load(briefyaml.read_text(folder.last_draft), folder.last_draft)
    text = briefyaml.read_text(file)
    sections = house_styles.section_keys()
    edited = briefyaml.load_edited(text, file, draft, sections, sentences)

    # 2. Say the edits as overrides.
    before = briefyaml.read_text(folder.overrides, keep_mark=True) if folder.overrides.exists() else ""
    basis = brief_files.read_basis(folder)
    after = briefyaml.capture(
        draft, edited, before, folder.overrides, sections=sections, basis=basis, sentences=sentences
    )

    # 3. Write both files together. Comments have no place in overrides, so the file that held them is kept.
    files = {folder.overrides: after.encode(), folder.brief: untouched}
    warnings: tuple[str, ...] = ()
    if set(briefyaml.comments(text, file)) - set(briefyaml.comments(untouched.decode(), folder.last_draft)):
        backup = folder.backup()
        files = {backup: storage.read_bytes(file) or b"", **files}
        warnings = (f"your comments in {file} are kept in {backup}",)
    storage.write_whole(folder.path, files)
    return Outcome(folder.path, (folder.overrides, folder.brief), warnings)


def _load(text: str, folder: BriefFolder, file: Path, sentences: dict[str, str] | None) -> Brief:
    """The brief in the text of `file`; in one that was edited by hand, entries may be added as in `capture`."""
    edited = brief_files.is_hand_edited(folder, file)
    return briefyaml.load(text, file, house_styles.section_keys(), (sentences or {}) if edited else None)


def check(where: Path) -> list[Finding]:
    """All that is wrong with the brief in `where`, by file and line. Raises BriefgenError where there is no brief."""
    from briefgen import checking

    folder, file = brief_files.locate(where)
    refused: list[Finding] = []
    files: list[checking.YamlFile] = []
    draft = merged = style = None

    # 1. Read the files and merge them. What cannot be taken is a finding, and the rest is checked without it.
    sentences = brief_files.read_sentences(folder)
    with checking.told_as("schema", refused):
        text = briefyaml.read_text(file)
        draft = _load(text, folder, file, sentences)
        files.append(checking.YamlFile(file, text, partial(briefyaml.places, text, file)))
    with checking.told_as("overrides", refused):
        edits = brief_files.read_edits(folder.overrides)
        overrides = briefyaml.load_overrides(edits, folder.overrides, house_styles.section_keys())
        if draft:
            merged = briefyaml.merge(draft, overrides, brief_files.read_basis(folder), sentences)
            places = partial(briefyaml.places, edits, folder.overrides, overrides)
            files.insert(0, checking.YamlFile(folder.overrides, edits, places))
    if draft is None:
        return checking.in_order(refused)
    merged = merged or Merged(draft)
    if brief_files.is_hand_edited(folder, file):
        merged = replace(merged, notices=(*merged.notices, _edited_notice(folder, file)))

    # 2. Load the house style, which may switch rules off.
    try:
        style = house_styles.load_style(merged.brief.style)
    except StyleError as error:
        place = checking.place_of(("style",), files)
        refused.append(checking.Finding("style", "error", place, error.what, error.hint))

    # 3. Look.
    extents = documents.measure(merged.brief, style) if style else ()
    subject = checking.Subject(merged, sentences, style, extents)
    return checking.in_order([*refused, *checking.check(subject, files)])


def _edited_notice(folder: BriefFolder, file: Path) -> Notice:
    what = "the draft was edited by hand since it was made; the next draft would overwrite that"
    return Notice(
        "edited-draft", Place(file, 1, 1), what, f"Move the edits into overrides: briefgen capture {folder.path}"
    )


def _default_name(article: Article, given: Given) -> str:
    """The article's file name, or its title (else its first words) where it has no file, as a folder name."""
    source = article.source
    if source.file:
        return storage.slug(Path(source.file).stem)
    return storage.slug(given.title or source.title or article.headline or article.blocks[0].text)
