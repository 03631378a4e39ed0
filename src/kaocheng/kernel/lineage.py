"""What a figure's formula may say (计算式): a closed grammar, calculated without eval.

`Figure.formula` may hold one of the words below or an expression in which [n] is the n-th of
`Figure.sources` (1-based), in base units (元, 1 for the whole). Whatever else stands there is taken
as an explanation for people, and the proof looks for the one expression of this grammar that
gives the figure.

    expression = term { ("+" | "-") term }
    term       = factor { ("*" | "/") factor }
    factor     = number | "[n]" | "Σ" | "print[n]" | "printΣ" | "(" expression ")" | "|" expression "|"
               | ("min" | "max") "(" expression { "," expression } ")" | "-" factor | word
           | "不超过" "(" expression "," expression ")" | "取整" "(" expression ")"

[n] is the exact value of a source, print[n] the value as printed (rounded); Σ and printΣ are the
sums over all sources. 不超过(a,b) is 1 where a ≤ b and 0 otherwise, 取整 the whole number not above;
so bands, steps and levels of a judgement are formulas too. A word adds up `Figure.records`. Division
by zero gives nothing, which is a fault of the figure, never a zero.
"""

from __future__ import annotations

AMOUNTS = "记录金额之和"
COUNT = "记录条数"
PEOPLE = "记录人数之和"
POSTS = "记录编制数之和"
VALUES = "记录数值之和"
TOTAL = "Σ"
SAME = "[1]"
DIFFERENCE = "[1]-[2]"
CHANGE = "|[1]-[2]|"
SHARE = "[1]/[2]"
GROWTH = "([1]-[2])/[2]"
GROWTH_SIZE = "|([1]-[2])/[2]|"
REST = "1-printΣ"
"""末项倒挤: the last share is what the printed others leave of the whole."""
WORDS = (AMOUNTS, COUNT, PEOPLE, POSTS, VALUES)
