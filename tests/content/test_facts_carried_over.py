"""The source files carry the facts of the Production Safety Framework exactly as its Institute published them.

The expected values are typed here from the Institute's publication, and from nothing else in this repository. They
concern released texts alone, so that no later edition makes them false.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
RELEASES = ROOT / "standard" / "releases"
ARTICLE = ROOT / "insights" / "releases" / "what-is-a-production-ai-system" / "1.0.md"

DOMAINS_1_0 = [
    (
        "D01",
        "DOMAIN 01",
        "Data Governance & PII",
        "Personal data handling, consent chains, and tokenisation before inference.",
        ["AIDA", "CPAP", "CPAA"],
        [
            "Classification of data types processed by AI systems",
            "Consent chain documentation for training and inference data",
            "PII identification, redaction, and tokenisation before model input",
            "Data residency requirements and cross-border transfer controls",
            "Retention and deletion obligations for AI-processed data",
        ],
    ),
    (
        "D02",
        "DOMAIN 02",
        "Model Selection & Evaluation",
        "Benchmark methodology, capability assessment, and fitness-for-purpose validation.",
        ["AIDA", "CPAP", "CPAA"],
        [
            "Documented evaluation methodology for model selection decisions",
            "Capability assessment against task-specific requirements",
            "Benchmark reproducibility and comparability standards",
            "Bias and fairness evaluation before production deployment",
            "Ongoing re-evaluation triggers as models are updated by providers",
        ],
    ),
    (
        "D03",
        "DOMAIN 03",
        "Production Architecture",
        "Model-agnostic design patterns, abstraction layers, and vendor portability.",
        ["AIDA", "CPAP", "CPAA"],
        [
            "Abstraction layer design that decouples application logic from model providers",
            "Documented model switching procedure with tested fallback paths",
            "API contract versioning and backward compatibility requirements",
            "Latency, throughput, and cost budgeting in architecture design",
            "Dependency mapping for all third-party model and inference services",
        ],
    ),
    (
        "D04",
        "DOMAIN 04",
        "Guardrails & Output Validation",
        "Pre- and post-inference filtering, structured output contracts, and rejection handling.",
        ["AIDA", "CPAP", "CPAA"],
        [
            "Input sanitisation and prompt injection defence",
            "Output schema validation before downstream consumption",
            "Content policy enforcement at inference boundaries",
            "Rejection handling — graceful degradation when output fails validation",
            "Audit logging of all guardrail interventions",
        ],
    ),
    (
        "D05",
        "DOMAIN 05",
        "Human Oversight",
        "Escalation design and human-in-the-loop checkpoints for high-stakes decisions.",
        ["AIDA", "CPAP", "CPAA"],
        [
            "Risk classification of AI-assisted decisions by consequence severity",
            "Human checkpoint design for decisions above defined risk thresholds",
            "Escalation path documentation and assignment of human reviewers",
            "Time constraints on human review steps to prevent queue abandonment",
            "Override and veto mechanisms at every automated decision point",
        ],
    ),
    (
        "D06",
        "DOMAIN 06",
        "Observability & Monitoring",
        "Inference logging, drift detection, quality scoring, and alert thresholds.",
        ["AIDA", "CPAP", "CPAA"],
        [
            "Structured logging of all inference requests and responses",
            "Quality scoring pipeline with defined thresholds and alert conditions",
            "Model output drift detection and statistical monitoring",
            "Cost and latency dashboards with anomaly alerting",
            "Log retention, access controls, and data sovereignty for inference logs",
        ],
    ),
    (
        "D07",
        "DOMAIN 07",
        "Incident Response",
        "Rollback procedures, failure modes, and post-incident review standards.",
        ["AIDA", "CPAP", "CPAA"],
        [
            "Documented failure mode catalogue for each AI component",
            "Circuit breaker patterns and automated degradation triggers",
            "Rollback procedure with tested recovery time objectives",
            "Incident classification severity levels specific to AI behaviour",
            "Post-incident review process with root cause and PSF gap analysis",
        ],
    ),
    (
        "D08",
        "DOMAIN 08",
        "Ethics & Accountability",
        "Bias assessment, documentation obligations, and accountability chain design.",
        ["AIDA", "CPAA"],
        [
            "Accountability chain: named owners for each AI system in production",
            "Pre-deployment ethics assessment for high-impact use cases",
            "Ongoing bias monitoring with defined acceptable variance thresholds",
            "User disclosure requirements — when and how to disclose AI involvement",
            "Regulatory compliance mapping (GDPR, EU AI Act, sector-specific obligations)",
        ],
    ),
]

DOMAINS_1_1 = [
    (
        "PSF-01",
        "Input Governance",
        (
            "Inputs are scoped, validated, rate-limited, and treated as untrusted before they reach the "
            "model or retrieval layer."
        ),
    ),
    (
        "PSF-02",
        "Output Validation",
        (
            "Outputs are checked against schemas, policies, confidence thresholds, and fallback behaviour "
            "before delivery or downstream action."
        ),
    ),
    (
        "PSF-03",
        "Data Protection",
        (
            "Personal and sensitive data are handled under documented legal basis, with defined retention, "
            "access controls, and PII handling procedures."
        ),
    ),
    (
        "PSF-04",
        "Observability",
        (
            "The system logs meaningful signals: output quality, latency, cost, error rate, and safety "
            "classifier results. Alerts are defined and tested."
        ),
    ),
    (
        "PSF-05",
        "Deployment Safety",
        (
            "Changes are evaluated, canaried, rolled back, and covered by incident runbooks before they "
            "affect the full production population."
        ),
    ),
    (
        "PSF-06",
        "Human Oversight",
        (
            "The escalation path for high-stakes or uncertain outputs is defined and tested. Humans can "
            "intervene, override, and review decisions."
        ),
    ),
    (
        "PSF-07",
        "Security",
        (
            "Secrets, tools, tenant data, retrieval paths, and AI-specific attack surfaces are protected by "
            "least-privilege controls."
        ),
    ),
    (
        "PSF-08",
        "Vendor Resilience",
        (
            "The system has fallback plans for provider outages, model deprecations, pricing changes, and "
            "vendor contract or jurisdiction risks."
        ),
    ),
]

DOMAIN_LINEAGE = [
    (["D01"], ["PSF-03"], None),
    (["D02"], ["PSF-05"], "evaluation before a change reaches production"),
    (["D03"], ["PSF-08"], "portability and fallback become vendor resilience"),
    (["D04"], ["PSF-01", "PSF-02"], "input and output sides become domains of their own"),
    (["D05"], ["PSF-06"], None),
    (["D06"], ["PSF-04"], None),
    (["D07"], ["PSF-05"], "rollback and incident runbooks"),
    (["D08"], [], "no domain of its own in 1.1"),
    ([], ["PSF-07"], "new: no domain of 1.0 covers least privilege for secrets, tools and tenant data"),
]


SOURCES = [
    *sorted(RELEASES.glob("1.[01]/**/*.md")),
    *sorted(RELEASES.glob("1.[01]/lineage.yml")),
    ARTICLE,
    ROOT / "citations" / "index.md",
    ROOT / "citations" / "references.bib",
    ROOT / "docs" / "index.md",
    ROOT / "docs" / "license.md",
]


def parts(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and body of a source file."""
    opening, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == ""
    return yaml.safe_load(front), body


def words(path: Path) -> str:
    """The body of a source file with its lines joined, as a reader sees them."""
    return " ".join(parts(path)[1].split())


def domains(version: str) -> list[dict[str, Any]]:
    """Front matter of an edition's domains, in the order of their files."""
    return [parts(path)[0] for path in sorted((RELEASES / version / "domains").glob("*.md"))]


def test_edition_1_0_has_its_eight_domains_and_forty_criteria_word_for_word() -> None:
    """Identifiers, labels, titles, scope lines, assessments and criteria of 1.0 stand as published, in order."""
    expected = [
        {
            "id": domain,
            "label": label,
            "title": title,
            "summary": scope,
            "assessed_in": assessments,
            "criteria": [{"id": f"{domain}.{number}", "text": text} for number, text in enumerate(criteria, start=1)],
        }
        for domain, label, title, scope, assessments, criteria in DOMAINS_1_0
    ]
    assert domains("1.0") == expected
    assert sum(len(domain["criteria"]) for domain in expected) == 40


def test_edition_1_1_has_its_eight_domains_and_eight_criteria_word_for_word() -> None:
    """Identifiers, titles and criteria of 1.1 stand as published, in order, and nothing stands beside them."""
    assert domains("1.1") == [
        {"id": domain, "title": title, "criteria": [{"id": f"{domain}.1", "text": text}]}
        for domain, title, text in DOMAINS_1_1
    ]


@pytest.mark.parametrize(("version", "date"), [("1.0", "2024"), ("1.1", "2026-04")])
def test_an_edition_states_its_version_date_publisher_and_licence(version: str, date: str) -> None:
    """Version and date are the published ones, at the published precision, and remain text."""
    edition = parts(RELEASES / version / "index.md")[0]
    institute = {"name": "Production AI Institute", "kind": "organization"}
    expected = {
        "title": "Production Safety Framework",
        "abbreviation": "PSF",
        "version": version,
        "status": "released",
        "date": date,
        "authors": [institute],
        "publisher": {
            "name": "Production AI Institute",
            "abbreviation": "PAI",
            "url": "https://productionai.institute",
        },
        "license": "CC-BY-4.0",
        "url": "https://productionai.institute/standard",
    }
    assert {key: edition[key] for key in expected} == expected


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_an_edition_states_its_four_assessments(version: str) -> None:
    """AIDA, CPAP, CPAA and CAI are described as published."""
    assert parts(RELEASES / version / "index.md")[0]["assessments"] == {
        "AIDA": {
            "kind": "examination",
            "covers": "all eight domains",
            "facts": "20 questions, offered at no charge",
        },
        "CPAP": {
            "kind": "review",
            "covers": "domains 01 to 07 of PSF 1.0",
            "facts": (
                "assesses a real production deployment against PSF criteria; portfolio submission and expert review"
            ),
        },
        "CPAA": {
            "kind": "panel",
            "covers": "all eight domains required",
            "facts": "the most rigorous individual assessment; portfolio and a structured panel interview",
        },
        "CAI": {"kind": "certification of organisations"},
    }


@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize(
    "name",
    [
        *("AWS", "Google Cloud", "Azure", "GPT-4o", "OpenAI", "Claude", "AWS Bedrock", "Llama", "Qwen"),
        *("model-agnostic", "cloud-agnostic", "any vendor, platform or model family", "EU AI Act"),
        *("AIDA", "CPAP", "CPAA", "CAI", "20 questions", "at no charge", "domains 01 to 07 of PSF 1.0"),
        *("### Practitioners", "### Organisations", "### Hiring teams", "### Researchers and policy makers"),
        *("job description", "procurement document", "research paper", "internal policy"),
        *("https://creativecommons.org/licenses/by/4.0/", "commercial use included"),
        *("owned by no commercial product", "Nobody needs a certificate"),
    ],
)
def test_the_prose_of_an_edition_names_what_the_institute_names(version: str, name: str) -> None:
    """Each name and figure of the published description stands in the edition's own text."""
    assert name in words(RELEASES / version / "index.md")


def test_edition_1_0_does_not_speak_of_the_edition_after_it() -> None:
    """Nothing in the files of 1.0 mentions 1.1 or its identifiers."""
    for path in (RELEASES / "1.0").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert "1.1" not in text.replace("D01.1", "")
        assert "PSF-0" not in text


def test_edition_1_1_says_what_its_text_is_and_whose_reading_its_lineage_is() -> None:
    """The eight statements are the text of 1.1, all must be met, and no published mapping is claimed."""
    text = words(RELEASES / "1.1" / "index.md")
    assert "one production readiness criterion for each" in text
    assert "eight statements are the text of version 1.1 that this repository carries" in text
    assert "must meet all eight criteria to be considered production-ready" in text
    assert "has published no mapping" in text
    assert "this repository's own reading of the two texts" in text


def lineage() -> dict[str, Any]:
    """The lineage of 1.1."""
    content: dict[str, Any] = yaml.safe_load((RELEASES / "1.1" / "lineage.yml").read_text(encoding="utf-8"))
    return content


def test_the_lineage_of_the_domains_is_the_stated_one() -> None:
    """The nine rows between the domains of 1.0 and 1.1 stand as given, notes included."""
    assert lineage()["from"] == "1.0"
    assert lineage()["identity"] == "lineage"
    assert [(row["from"], row["to"], row.get("note")) for row in lineage()["domains"]] == DOMAIN_LINEAGE


def test_the_lineage_accounts_for_every_criterion_once() -> None:
    """Each criterion of 1.0 has one row with a note, and each of 1.1 is reached or added, but not both."""
    rows = lineage()["criteria"]
    assert all(row["note"] for row in rows)
    assert [item for row in rows for item in row["from"]] == [
        f"{domain}.{number}" for domain, *_, texts in DOMAINS_1_0 for number in range(1, len(texts) + 1)
    ]
    reached = {item for row in rows if row["from"] for item in row["to"]}
    added = [item for row in rows if not row["from"] for item in row["to"]]
    assert added == ["PSF-07.1"]
    assert reached.isdisjoint(added)
    assert sorted([*reached, *added]) == [f"{domain}.1" for domain, *_ in DOMAINS_1_1]


def test_the_first_edition_has_no_lineage() -> None:
    """1.0 follows no release."""
    assert not (RELEASES / "1.0" / "lineage.yml").exists()


def test_the_article_states_its_title_version_date_and_domains() -> None:
    """The article's front matter carries the published facts."""
    front = parts(ARTICLE)[0]
    expected = {
        "title": "What Is a Production AI System?",
        "title_sentence": "What is a production AI system?",
        "version": "1.0",
        "date": "2026-04-29",
        "category": "Reference",
        "domains": ["PSF-01", "PSF-02", "PSF-03", "PSF-04", "PSF-05", "PSF-06", "PSF-07", "PSF-08"],
    }
    assert {key: front[key] for key in expected} == expected


def test_the_article_defines_a_production_ai_system_in_the_published_terms() -> None:
    """The lead and the four terms of the definition stand word for word, in order."""
    text = words(ARTICLE)
    definition = text[text.index("## Definition") : text.index("## What a production AI system is not")]
    places = [
        definition.index(term)
        for term in (
            "A production AI system is an AI-powered component or service that",
            "makes decisions or generates outputs that affect real users, customers, or processes",
            "operates continuously or on demand",
            "has downstream consequences",
            "is maintained and operated",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "phrase",
    [
        *("job descriptions", "procurement requirements", "safety frameworks", "rarely defined with precision"),
        *("a customer receives an email", "a record is updated", "a decision is surfaced to a human"),
        *("a physical process is triggered", "uptime, accuracy, and safety"),
        *("### Prototype", "### Proof of concept", "### Internal tool", "### Shadow system"),
        *("hardcoded examples", "no error handling", "no monitoring", "can we build this", "SLA", "grey zone"),
        *("a customer, a patient or a citizen", "before cutover", "incident response posture"),
        *("Jupyter notebook", "ChatGPT conversation", "PAI Workflow Studio", "does not pass the CPAP"),
        *("data governance, model versioning, output validation, human oversight", "documented accountability"),
    ],
)
def test_the_article_names_what_the_institute_names(phrase: str) -> None:
    """Each name and example of the published article stands in its text."""
    assert phrase in words(ARTICLE)


def test_the_article_takes_the_criteria_from_the_standard_and_never_types_them() -> None:
    """A directive on a line of its own stands where the criteria are shown."""
    body = parts(ARTICLE)[1]
    assert body.splitlines().count("<!-- editions:criteria 1.1 -->") == 1
    assert not [text for *_, text in DOMAINS_1_1 if text in words(ARTICLE)]


@pytest.mark.parametrize(
    "citation",
    [
        "Production AI Institute. (2024). Production Safety Framework v1.0. productionai.institute/standard",
        (
            "Production AI Institute. (2026). What Is a Production AI System? "
            "productionai.institute/insights/what-is-a-production-ai-system"
        ),
    ],
)
def test_the_citation_guidance_gives_the_institutes_own_forms(citation: str) -> None:
    """The two citations that the Institute recommends stand on lines of their own, ready to copy."""
    assert citation in parts(ROOT / "citations" / "index.md")[1].splitlines()


@pytest.mark.parametrize(
    "place", ["In a job description", "In a procurement document", "In a research paper", "In an internal policy"]
)
def test_the_citation_guidance_has_wording_for_each_place_of_use(place: str) -> None:
    """Each of the four places of use has a section of its own with wording to copy."""
    body = parts(ROOT / "citations" / "index.md")[1]
    section = body.split(f"## {place}\n", 1)[1].split("\n## ", 1)[0]
    assert "```text\n" in section


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_source_is_utf_8_with_unix_lines_and_one_final_newline(path: Path) -> None:
    """A source reads the same on every system."""
    content = path.read_bytes()
    content.decode("utf-8", errors="strict")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")
