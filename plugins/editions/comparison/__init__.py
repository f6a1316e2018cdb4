"""Comparison: what changed between two editions, as values first and as text and data last."""

from editions.comparison.article_forms import (
    article_comment,
    article_document,
    article_json,
    article_sentence,
    article_text,
)
from editions.comparison.change import (
    ASPECTS,
    LEVELS,
    RELATIONS,
    ArticleComparison,
    Aspect,
    Change,
    ChangeLevel,
    Chapter,
    Comparison,
    Impact,
    Item,
    Part,
    Unchanged,
)
from editions.comparison.compare import changes, compare, compare_article_versions, compare_articles, compare_releases
from editions.comparison.connections import Connections, Note
from editions.comparison.document import comparison_document, comparison_json
from editions.comparison.history import Histories, ItemHistory, Step
from editions.comparison.lineage_picture import lineage_picture
from editions.comparison.markdown import (
    COMMENT_LIMIT,
    comparison_comment,
    comparison_markdown,
    comparison_sections,
    redline_markdown,
)
from editions.comparison.merging import merge_texts
from editions.comparison.quotation import Placing, quote_blocks, quote_revision, quote_side
from editions.comparison.rules import RULES, Rule, Significance
from editions.comparison.sides import Side
from editions.comparison.significance import Judgement, Reason, judge
from editions.comparison.summary import LevelSummary, summarise, summary_words
from editions.comparison.terminal import comparison_text, redline_text
from editions.comparison.wording import Operation, Wording, redline

__all__ = [
    "ASPECTS",
    "COMMENT_LIMIT",
    "LEVELS",
    "RELATIONS",
    "RULES",
    "ArticleComparison",
    "Aspect",
    "Change",
    "ChangeLevel",
    "Chapter",
    "Comparison",
    "Connections",
    "Histories",
    "Impact",
    "Item",
    "ItemHistory",
    "Judgement",
    "LevelSummary",
    "Note",
    "Operation",
    "Part",
    "Placing",
    "Reason",
    "Rule",
    "Side",
    "Significance",
    "Step",
    "Unchanged",
    "Wording",
    "article_comment",
    "article_document",
    "article_json",
    "article_sentence",
    "article_text",
    "changes",
    "compare",
    "compare_article_versions",
    "compare_articles",
    "compare_releases",
    "comparison_comment",
    "comparison_document",
    "comparison_json",
    "comparison_markdown",
    "comparison_sections",
    "comparison_text",
    "judge",
    "lineage_picture",
    "merge_texts",
    "quote_blocks",
    "quote_revision",
    "quote_side",
    "redline",
    "redline_markdown",
    "redline_text",
    "summarise",
    "summary_words",
]
