"""Make a project of a given size from a seed: same seed and size, same words."""

from __future__ import annotations

import datetime as dt
import random

from content import Code, Component, Decision, Mention, Paragraph, Project, Risk

ONSETS = (
    "b bl br c cl cr d dr f fl g gl gr h j k l m n p pl pr r s sk sl st t tr v w".split()  # noqa: SIM905
)
NUCLEI = ["a", "e", "i", "o", "u", "ai", "ea", "oa"]
CODAS = ["l", "m", "n", "r", "s", "t", "nd", "rk", "st", "lt", "x", "p"]
ENDINGS = ["", "er", "ing", "ment", "ion", "al", "ity"]
DETERMINERS = ["the", "each", "every", "one", "this"]
GLUE = ["because", "while", "so that", "until", "unless", "although"]
PREPOSITIONS = ["in", "behind", "over", "under", "across", "without", "through"]
OWNERS = ["Backend", "Frontend", "Platform", "Data", "Security", "Mobile", "Operations"]
PEOPLE = ["Ana", "Bo", "Chen", "Dana", "Emil", "Fatou", "Goran", "Hana", "Ivo", "Jun"]
TAGS = ["data", "storage", "api", "security", "core", "messaging", "deployment", "client"]
TECHNOLOGIES = ["FastAPI", "PostgreSQL", "Redis", "React", "Kafka", "Go", "Rust", "Django"]
LEVELS = ["low", "medium", "high"]
EPOCH = dt.date(2016, 1, 1)
SPAN_DAYS = 3500


class Words:
    """A vocabulary of made-up words and sentences over it."""

    def __init__(self, rng: random.Random, count: int = 2500) -> None:
        self.rng = rng
        words: dict[str, None] = {}
        while len(words) < count:
            word = "".join(
                rng.choice(ONSETS) + rng.choice(NUCLEI) for _ in range(rng.randint(1, 2))
            )
            words[word + rng.choice(CODAS) + rng.choice(ENDINGS)] = None
        self.words = list(words)
        # A few words are frequent and most are rare, as in real texts.
        self.weights = [0.0] * count
        total = 0.0
        for rank in range(count):
            total += 1 / (rank + 10)
            self.weights[rank] = total

    def some(self, count: int) -> list[str]:
        return self.rng.choices(self.words, cum_weights=self.weights, k=count)

    def title(self) -> str:
        return " ".join(self.some(self.rng.randint(3, 6))).capitalize()

    def clause(self) -> str:
        one, two, verb, three, four = self.some(5)
        pick = self.rng.choice
        return (
            f"{pick(DETERMINERS)} {one} {two} {verb}s {pick(DETERMINERS)} "
            f"{three} {pick(PREPOSITIONS)} the {four}"
        )

    def sentence(self) -> str:
        text = self.clause()
        if self.rng.random() < 0.4:
            text += f" {self.rng.choice(GLUE)} {self.clause()}"
        return text[0].upper() + text[1:] + "."

    def paragraph(self, sentences: int, *targets: str) -> Paragraph:
        """Sentences; then one sentence a target, with a link to it."""
        first = " ".join(self.sentence() for _ in range(sentences))
        pieces: list[str | Mention | Code] = [first]
        if self.rng.random() < 0.3:
            word = "_".join(self.some(2))
            pieces += [" It sets ", Code(word), f" for the {self.some(1)[0]}."]
        for target in targets:
            words = " ".join(self.some(3))
            pieces += [f" This {words} follows ", Mention(target), " closely."]
        return tuple(pieces)

    def bullet(self) -> Paragraph:
        return (self.sentence(),)


def statuses(rng: random.Random, count: int) -> tuple[list[str], dict[int, int]]:
    """The status of each decision and, for some, the earlier one it supersedes."""
    status = rng.choices(
        ["accepted", "proposed", "rejected", "deprecated"], weights=[80, 10, 5, 5], k=count
    )
    status[: min(3, count)] = ["accepted"] * min(3, count)
    if count > 3 and "proposed" not in status:
        status[count // 2] = "proposed"
    replaces: dict[int, int] = {}
    for newer in range(10, count, 10):
        older = newer - rng.randint(3, 9)
        if status[newer] == status[older] == "accepted" and older > 2:
            replaces[newer] = older
            status[older] = "superseded"
    return status, replaces


def generate(size: int, seed: int = 1) -> Project:
    """``size`` decisions, half as many components, a fifth as many risks."""
    rng = random.Random(seed)  # noqa: S311 - content, not secrets
    words = Words(rng)
    component_ids = [f"comp-{n}" for n in range(1, max(size // 2, 1) + 1)]
    status, replaces = statuses(rng, size)
    ids = [f"ADR-{n:04d}" for n in range(1, size + 1)]
    # Links go to decisions in force only: a link to a dead one is a finding, not content.
    in_force = [ids[n] for n in range(size) if status[n] == "accepted"]
    decisions = tuple(
        Decision(
            id=ids[n],
            title=words.title(),
            status=status[n],
            date=(EPOCH + dt.timedelta(days=n * SPAN_DAYS // size)).isoformat(),
            deciders=tuple(sorted(rng.sample(PEOPLE, 2))),
            tags=tuple(sorted(rng.sample(TAGS, 2))),
            supersedes=(ids[replaces[n]],) if n in replaces else (),
            affects=tuple(rng.sample(component_ids, min(len(component_ids), rng.randint(1, 2)))),
            context=(
                words.paragraph(2, rng.choice(component_ids)),
                words.paragraph(2),
            ),
            decision=(words.paragraph(3),),
            positive=tuple(words.bullet() for _ in range(rng.randint(1, 3))),
            negative=tuple(words.bullet() for _ in range(rng.randint(1, 2))),
        )
        for n in range(size)
    )
    components = tuple(
        Component(
            id=component_id,
            title=words.title(),
            technology=rng.choice(TECHNOLOGIES),
            owner=rng.choice(OWNERS),
            tags=(rng.choice(TAGS),),
            prose=(words.paragraph(2), words.paragraph(1, rng.choice(in_force))),
        )
        for component_id in component_ids
    )
    risks = tuple(
        Risk(
            id=f"R-{n}",
            title=words.title(),
            impact=rng.choice(LEVELS),
            likelihood=rng.choice(LEVELS),
            status=rng.choice(["open", "mitigated", "accepted"]),
            owner=rng.choice(OWNERS),
            affects=(rng.choice(component_ids),),
            mitigated_by=(rng.choice(in_force),),
            prose=(words.paragraph(2, rng.choice(component_ids), rng.choice(in_force)),),
        )
        for n in range(1, max(size // 5, 1) + 1)
    )
    return Project(decisions=decisions, components=components, risks=risks)
