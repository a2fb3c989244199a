"""Views and blocks whose body is a list or a few lines: questions, checklists, document facts."""

from __future__ import annotations

from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.views.catalog_records import RecordView
from sphinx_archdoc.views.catalog_spec import ViewSpec

#: Views of records whose body may be a list, and the directive behind each.
LISTS: tuple[tuple[RecordView, str], ...] = (
    (
        RecordView(
            name="question-list",
            help=mark("Open questions: a task list in the body declares them, unchanged."),
            kinds=("open-question",),
            body_kind="open-question",
            columns=("title", "owner", "due", "status", "answer", "answered-by"),
        ),
        "list_directive:QuestionDirective",
    ),
    (
        RecordView(
            name="change-log",
            help=mark("The history of a document: a table or list, or what git knows of the page."),
            kinds=("change",),
            body_kind="change",
            columns=("version", "date", "title", "author"),
            more={"from-git": mark("Show this many of the latest commits of the page: `10`.")},
        ),
        "list_directive:ChangeDirective",
    ),
)

_PAGES = mark(
    "The pages that are looked at, by name or pattern, ``.`` is this one: `shop, shop/*`. "
    "Without it the whole project."
)
_SHOWN = {
    "name": mark("A name that other pages can link to."),
    "class": mark("CSS classes."),
}


def _block(name: str, help_: str, argument: str, directive: str, **options: str) -> ViewSpec:
    return ViewSpec(
        name=name,
        view="block",
        help=help_,
        argument=argument,
        directive=directive,
        options={option.replace("_", "-"): text for option, text in options.items()} | _SHOWN,
    )


#: Blocks that are no view of one kind.
BLOCKS: tuple[ViewSpec, ...] = (
    _block(
        "review-checklist",
        mark("A task list with its sums; items are ticked by hand or decided by the build."),
        mark("The title."),
        "checklist_directive:ChecklistDirective",
        decide=mark("Let the build decide each item whose words match a named check."),
        checks=mark("Items and the checks that decide them: `ER diagram: data-model-view; …`."),
        pages=_PAGES,
    ),
    _block(
        "document-control",
        mark("Version, status, people and dates of a document as a strip of facts."),
        mark("The title of the document; by default that of the page."),
        "control_directive:ControlDirective",
        id=mark("The id of the document."),
        status=mark("Draft, in review, approved or superseded."),
        version=mark("Its version."),
        last_updated=mark("When it was last changed."),
        next_review=mark("When it is reviewed again."),
        review_schedule=mark("How often it is reviewed."),
        authors=mark("Who wrote it."),
        reviewers=mark("Who reviewed it."),
        approvers=mark("Who approved it."),
        contact=mark("Where to ask."),
        tags=mark("Free labels, separated by commas."),
    ),
    _block(
        "arch-dashboard",
        mark("How many records of each kind there are, by status, and what the rules find."),
        mark("The title."),
        "dashboard_directive:DashboardDirective",
        kinds=mark("The kinds to count; by default all that have records."),
        filter=mark("A condition for what is counted: ``page has orders``."),
        pages=_PAGES,
        findings=mark("Whether the findings of the rules are counted: yes or no."),
    ),
    _block(
        "arch-completeness",
        mark("What the documentation still lacks: placeholders left, questions, missing views."),
        mark("The title."),
        "dashboard_directive:CompletenessDirective",
        pages=_PAGES,
        template=mark("The template whose checks are asked; without it that of the project."),
    ),
)
