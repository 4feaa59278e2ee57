"""Rules into the days that they leave: each end with the steps that prove it, and the rules that cannot all hold.

Every rule is applied until nothing moves. What is left are true bounds of every solution: a day is only ever taken away
where a rule forbids it. Where an end passes the other, the rules in its proof contradict.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.assess.dating.constraints import FIRST, LAST, Constraint, End, Fixed, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An end of a node, the rule that moved it there, and the step that the rule started from."""

    end: End
    day: int
    rule: Constraint
    because: "Step | None"
    depth: int = 0

    @property
    def chain(self) -> "Iterator[Step]":
        """The step and those it rests on, nearest first."""
        at: Step | None = self
        while at:
            yield at
            at = at.because


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What rules leave: the ends that are closed, with their proofs; or, where they contradict, those that do."""

    steps: Mapping[End, Step]
    contradiction: tuple[Constraint, ...] = ()

    def day(self, node: str, side: Side) -> date | None:
        """Return an end as a day, None where it is open."""
        step = self.steps.get((node, side))
        return date.fromordinal(step.day) if step else None


# A proof that goes round and round ("a is later than b, b is later than a") has no end: one of more than so many steps
# for each node and so many more is held for one. Where it was none, rules are left out that could have narrowed.
ROUNDS, STEPS = 40, 400


def solve(rules: Sequence[Constraint]) -> Solution:
    """Return the bounds that the rules leave, or the first rules found that contradict one another.

    An event on 3 March, told by a page as past and by a page of 9 March as of "last week", gives both pages and the
    event their ends. The order of the rules changes no day, only which of several proofs is given.
    """
    of_node: dict[str, list[int]] = defaultdict(list)
    for i, rule in enumerate(rules):
        for node in rule.nodes:
            of_node[node].append(i)
    ends: dict[End, int] = {}
    for node in of_node:
        ends[node, Side.LOW], ends[node, Side.HIGH] = FIRST, LAST
    steps: dict[End, Step] = {}
    longest = ROUNDS * len(of_node) + STEPS
    todo, waiting = (
        deque(sorted(range(len(rules)), key=lambda i: not isinstance(rules[i], Fixed))),
        set(range(len(rules))),
    )
    while todo:
        i = todo.popleft()
        waiting.discard(i)
        rule = rules[i]
        for end, day, source in tuple(rule.moves(ends)):
            if not _narrows(ends, end, day):
                continue
            because = steps.get(source) if source else None
            step = Step(end=end, day=day, rule=rule, because=because, depth=because.depth + 1 if because else 0)
            steps[end], ends[end] = step, day
            if ends[end[0], Side.LOW] > ends[end[0], Side.HIGH] or step.depth > longest:
                return Solution(steps=steps, contradiction=_rules_behind(steps, end[0]))
            for j in of_node[end[0]]:
                if j not in waiting:
                    waiting.add(j)
                    todo.append(j)
    return Solution(steps=steps)


def _narrows(ends: Mapping[End, int], end: End, day: int) -> bool:
    return day > ends[end] if end[1] is Side.LOW else day < ends[end]


def _rules_behind(steps: Mapping[End, Step], node: str) -> tuple[Constraint, ...]:
    proofs = (steps[node, side] for side in Side if (node, side) in steps)
    return tuple(dict.fromkeys(step.rule for proof in proofs for step in proof.chain))


def smallest_contradiction(rules: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """Return, of rules that contradict, a set that still does and none of whose parts does; none where all can hold.

    A rule goes if the others contradict without it.
    """
    kept = list(solve(rules).contradiction)
    for rule in tuple(kept):
        without = [other for other in kept if other is not rule]
        if solve(without).contradiction:
            kept = without
    return tuple(kept)
