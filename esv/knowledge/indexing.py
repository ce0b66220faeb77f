"""What search is told about sources, perspectives, figures, dilemmas and exercises."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _

from esv.editorial.bilingual import LANGUAGES, headed, joined, written
from esv.knowledge import selectors
from esv.knowledge.models import ActionPerspective, Dilemma, Exercise, Figure, Source, SourceType
from esv.search.entries import WAYFINDING, Entry, EntryText

# Only where the type of a source leaves no doubt about what it rests on.
EVIDENCE_OF_TYPES = {SourceType.STUDY: "research", SourceType.LAW: "law", SourceType.POLICY: "policy"}


def entry_of_source(source: Source) -> Entry:
    """A source, with its summaries; its title is in its own language where there is no other."""
    evidence = EVIDENCE_OF_TYPES.get(SourceType(source.source_type))
    return Entry(
        key=source.key,
        kind=source.kind,
        path=source.path,
        texts={language: _source_text(source, language) for language in LANGUAGES},
        language=source.language,
        status=source.status,
        facets={
            "theme": tuple(selectors.theme_slugs(source)),
            "level": tuple(source.levels),
            "role": tuple(source.audience),
            "evidence": (evidence,) if evidence else (),
        },
        suggested_until=source.last_day_of_suggestions,
    )


def _source_text(source: Source, language: str) -> EntryText:
    year = f" ({source.year})" if source.year else ""
    return EntryText(
        title=written(source, "title", language) or source.title,
        summary=written(source, "summary", language),
        body=f"{source.authors}{year}",
    )


def entry_of_perspective(perspective: ActionPerspective) -> Entry:
    """A perspective, with its text under headings, so that each part can be found by itself."""
    return Entry(
        key=perspective.key,
        kind=perspective.kind,
        path=perspective.path,
        texts={language: _perspective_text(perspective, language) for language in LANGUAGES},
        status=perspective.status,
        facets={
            "theme": tuple(selectors.theme_slugs(perspective)),
            "level": tuple(perspective.levels),
            "phase": tuple(perspective.phases),
            "role": tuple(perspective.roles),
            "institution_kind": tuple(perspective.institution_kinds),
            "evidence": tuple(perspective.evidence_types),
        },
        ratings={"effect": perspective.effect, "certainty": perspective.certainty, "harm": perspective.harm},
        suggested_until=perspective.last_day_of_suggestions,
    )


def _perspective_text(perspective: ActionPerspective, language: str) -> EntryText:
    with translation.override(language):
        parts = [
            headed(_("Problem"), written(perspective, "problem", language)),
            headed(_("What it means"), written(perspective, "interpretation", language)),
            headed(_("Steps"), _steps_text(perspective, language)),
            headed(_("When it works"), written(perspective, "conditions", language)),
            headed(_("Limits"), written(perspective, "limits", language)),
            headed(_("What the sources say"), _findings_text(perspective, language)),
            headed(_("Who it touches"), _harm_checks_text(perspective, language)),
        ]
    return EntryText(
        title=written(perspective, "title", language),
        summary=written(perspective, "short", language),
        body=joined(parts),
    )


def _steps_text(perspective: ActionPerspective, language: str) -> str:
    steps = perspective.steps.all()
    return "\n".join(
        f"{place}. {written(step, 'who', language)}: {written(step, 'what', language)}"
        for place, step in enumerate(steps, start=1)
    )


def _findings_text(perspective: ActionPerspective, language: str) -> str:
    return joined(written(finding, "text", language) for finding in perspective.findings.all())


def _harm_checks_text(perspective: ActionPerspective, language: str) -> str:
    return joined(written(check, "text", language) for check in perspective.harm_checks.all())


def entry_of_figure(figure: Figure) -> Entry:
    """A figure; its title says of what it is, never only the number."""
    return Entry(
        key=figure.key,
        kind=figure.kind,
        path=figure.path,
        texts={language: _figure_text(figure, language) for language in LANGUAGES},
        status=figure.status,
        suggested_until=figure.last_day_of_suggestions,
    )


def _figure_text(figure: Figure, language: str) -> EntryText:
    about = [written(figure, field, language) for field in ("population", "period", "response")]
    return EntryText(
        title=written(figure, "what", language),
        summary=written(figure, "interpretation", language),
        body=joined([". ".join(about), written(figure.concept, "pref_label", language)]),
    )


def entry_of_dilemma(dilemma: Dilemma) -> Entry:
    """A dilemma, with its options."""
    return Entry(
        key=dilemma.key,
        kind=dilemma.kind,
        path=dilemma.path,
        texts={language: _dilemma_text(dilemma, language) for language in LANGUAGES},
        status=dilemma.status,
        facets={
            "theme": tuple(selectors.theme_slugs(dilemma)),
            "role": tuple(dilemma.roles),
            "phase": tuple(dilemma.phases),
        },
        weight=WAYFINDING,
        suggested_until=dilemma.last_day_of_suggestions,
    )


def _dilemma_text(dilemma: Dilemma, language: str) -> EntryText:
    options = [
        f"{written(option, 'text', language)} {written(option, 'considerations', language)}"
        for option in dilemma.options.all()
    ]
    return EntryText(
        title=written(dilemma, "title", language),
        summary=written(dilemma, "situation", language),
        body=joined([*options, " ".join(written(dilemma, "discussion", language))]),
    )


def entry_of_exercise(exercise: Exercise) -> Entry:
    """An exercise; what only one role knows is not searched."""
    return Entry(
        key=exercise.key,
        kind=exercise.kind,
        path=exercise.path,
        texts={language: _exercise_text(exercise, language) for language in LANGUAGES},
        status=exercise.status,
        facets={"theme": tuple(selectors.theme_slugs(exercise))},
        weight=WAYFINDING,
        suggested_until=exercise.last_day_of_suggestions,
    )


def _exercise_text(exercise: Exercise, language: str) -> EntryText:
    steps = [
        headed(written(step, "title", language), written(step, "scene", language)) for step in exercise.steps.all()
    ]
    return EntryText(
        title=written(exercise, "title", language),
        summary=written(exercise, "introduction", language),
        body=joined(steps),
    )
