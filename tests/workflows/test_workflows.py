"""The workflows: linted, pinned, without rights they do not need, and with the scripts that they run."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from release_projects import commit_all, into_repository, kitchen, replace_in
from tools import find_tool

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
_USES = re.compile(r"^\s*(?:- )?uses: (\S+)(.*)$", re.MULTILINE)
_PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40}")


def _read(path: Path) -> dict[Any, Any]:
    data: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def _linter(name: str) -> Path:
    """A linter that is installed with the tests' requirements."""
    path = Path(sys.executable).with_name(name)
    assert path.is_file(), f"{name} is missing; install requirements/test.txt"
    return path


def _zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    command = [_linter("zizmor"), "--offline", "--no-progress", "--persona", "pedantic", *paths]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def _actionlint(*paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([_linter("actionlint"), "-no-color", *paths], cwd=ROOT, capture_output=True, text=True)


def test_zizmor_finds_nothing() -> None:
    done = _zizmor(ROOT / ".github", ROOT / "action.yml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_actionlint_finds_nothing() -> None:
    done = _actionlint(*WORKFLOWS)
    assert done.returncode == 0, done.stdout + done.stderr


def test_both_linters_would_find_what_is_wrong(tmp_path: Path) -> None:
    bad = tmp_path / ".github/workflows/bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(
        "on: pull_request_target\n"
        "jobs:\n"
        "  a:\n"
        "    runs-on: ubuntu-24.04\n"
        "    steps:\n"
        "      - uses: actions/checkout@v4\n"
        "        with: {ref: '${{ github.head_ref }}'}\n"
        "      - run: echo '${{ github.event.pull_request.titel }}'\n"
        "      - run: echo '${{ steps.none.outputs.x }}'\n"
    )
    assert "dangerous-triggers" in _zizmor(bad).stdout
    assert _actionlint(bad).returncode == 1


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit_with_its_version_beside(path: Path) -> None:
    used = _USES.findall(path.read_text(encoding="utf-8"))
    assert used or path.name == "action.yml"
    for action, comment in used:
        assert _PINNED.fullmatch(action), action
        assert re.fullmatch(r" # v[0-9]+\.[0-9]+\.[0-9]+", comment), (action, comment)


def test_an_action_has_the_same_pin_everywhere() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (*WORKFLOWS, ROOT / "action.yml")]
    pins = {(action.partition("@")[0], action, comment) for text in texts for action, comment in _USES.findall(text)}
    assert len({name for name, _, _ in pins}) == len(pins)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_workflow_has_a_right_by_default_and_every_job_ends(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert "permissions" in job


def test_a_pull_request_runs_without_secrets_and_without_a_right_to_write() -> None:
    path = ROOT / ".github/workflows/check.yml"
    workflow = _read(path)
    assert set(workflow[True]) == {"pull_request", "push"}  # YAML 1.1 reads the key "on" as true
    assert "secrets." not in path.read_text(encoding="utf-8")
    for job in workflow["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_no_workflow_checks_out_what_a_stranger_sent_while_it_has_rights() -> None:
    for path in WORKFLOWS:
        assert "pull_request_target" not in path.read_text(encoding="utf-8")
    comment = _read(ROOT / ".github/workflows/comment.yml")
    (job,) = comment["jobs"].values()
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    uses = [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step]
    assert uses == ["actions/download-artifact"]


def test_a_release_is_attested_and_deployed_by_jobs_that_build_nothing() -> None:
    jobs = _read(ROOT / ".github/workflows/release.yml")["jobs"]
    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["attest"]["permissions"] == {"id-token": "write", "attestations": "write", "contents": "write"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    for name in ("attest", "deploy"):
        assert jobs[name]["needs"] == "build"
        assert not any(step.get("uses", "").startswith("actions/checkout@") for step in jobs[name]["steps"])


def _step(path: Path, job: str | None, name: str) -> str:
    data = _read(path)
    steps = data["runs"]["steps"] if job is None else data["jobs"][job]["steps"]
    script: str = next(step["run"] for step in steps if step.get("name") == name)
    return script


def _bash(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [find_tool("bash"), "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True)


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """The environment of the comment step, with a ``gh`` that notes how it is called and knows one pull request."""
    gh = tmp_path / "bin/gh"
    gh.parent.mkdir()
    gh.write_text(
        '#!/bin/bash\nprintf "%s\\n" "$*" >> "$RUNNER_TEMP/calls"\n'
        'case "$*" in *"/pulls "*) echo "$PULL";; *--paginate*) echo "$EXISTING";; esac\n'
    )
    gh.chmod(gh.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "summary").mkdir()
    return {
        "PATH": f"{gh.parent}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_SERVER_URL": "https://github.com",
        "REPOSITORY": "body/standard",
        "OWNER": "someone",
        "BRANCH": "a;b",
        "HEAD_SHA": "0" * 40,
        "RUN": "7",
        "MARK": "<!-- mark -->",
        "PULL": "12",
        "EXISTING": "",
    }


def _comment(runner: dict[str, str], summary: str | None, **changed: str) -> tuple[str, str]:
    folder = Path(runner["RUNNER_TEMP"])
    if summary is not None:
        (folder / "summary/summary.md").write_text(summary, encoding="utf-8")
    script = _step(ROOT / ".github/workflows/comment.yml", "comment", "Comment")
    done = _bash(script, folder, **{**runner, **changed})
    assert done.returncode == 0, done.stderr
    calls, body = folder / "calls", folder / "comment.md"
    return (calls.read_text() if calls.exists() else "", body.read_text(encoding="utf-8") if body.exists() else "")


def test_the_summary_becomes_one_comment_that_calls_nobody(runner: dict[str, str]) -> None:
    calls, body = _comment(runner, "Hello @everyone ![x](https://x.example/y) <IMG src=x> é\n")
    assert body.startswith("<!-- mark -->\n")
    assert "https://github.com/body/standard/actions/runs/7" in body
    assert "é" in body
    for active in ("@everyone", "![x]", "<IMG"):
        assert active not in body
    assert "--method POST repos/body/standard/issues/12/comments" in calls
    assert "-f head=someone:a;b" in calls


def test_a_later_summary_replaces_the_comment(runner: dict[str, str]) -> None:
    calls, _ = _comment(runner, "Again.\n", EXISTING="99")
    assert "--method PATCH repos/body/standard/issues/comments/99" in calls
    assert "POST" not in calls


def test_a_huge_summary_still_fits(runner: dict[str, str]) -> None:
    _, body = _comment(runner, "@é" * 100_000)
    assert len(body) < 65_536


def test_without_a_summary_or_a_pull_request_nothing_is_posted(runner: dict[str, str]) -> None:
    assert _comment(runner, None) == ("", "")
    secret = Path(runner["RUNNER_TEMP"]) / "secret"
    secret.write_text("secret")
    (secret.parent / "summary/summary.md").symlink_to(secret)
    assert _comment(runner, None) == ("", "")
    (secret.parent / "summary/summary.md").unlink()
    calls, _ = _comment(runner, "Hello.\n", PULL="")
    assert "comments" not in calls


def test_the_action_runs_the_check_and_passes_its_verdict_on(tmp_path: Path) -> None:
    project = into_repository(kitchen(tmp_path / "kitchen"))
    (tmp_path / "temp/editions/bin").mkdir(parents=True)
    command = tmp_path / "temp/editions/bin/editions"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from editions.cli import main; main()" "$@"\n')
    command.chmod(0o755)
    environment = {
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "step.md"),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "CONFIG_FILE": "mkdocs.yml",
        "AGAINST": "HEAD",
        "SUMMARY": "summary.md",
    }
    script = _step(ROOT / "action.yml", None, "Check")
    done = _bash(script, project, **environment)
    assert done.returncode == 0, done.stderr
    assert "No problems" in (tmp_path / "step.md").read_text()
    replace_in(project / "standard/releases/1.0/domains/02-heat.md", "fire blanket", "fire bucket")
    done = _bash(script, project, **environment)
    assert done.returncode == 1
    assert "::error file=standard/releases/1.0/domains/02-heat.md,line=" in done.stdout
    (project / "summary.md").unlink()
    commit_all(project, "Break it")
    assert _bash(script, project, **{**environment, "AGAINST": ""}).returncode == 1


def test_the_action_and_the_hook_install_what_is_here() -> None:
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    for path in re.findall(r'"\$ENGINE/([^"]+)"', action):
        assert (ROOT / path).is_file()
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["entry"], hook["pass_filenames"]) == ("editions-check", "editions check", False)
    scripts = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'editions = "editions.cli:main"' in scripts
    pattern = re.compile(hook["files"])
    for path in ("standard/releases/1.0/index.md", "insights/a.md", "mkdocs.yml", "CHANGELOG.md"):
        assert pattern.search(path)
    assert not pattern.search("plugins/editions/cli/check.py")


def test_owners_are_asked_for_paths_that_exist() -> None:
    for line in (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "*")):
            path, *owners = line.split()
            assert (ROOT / path.strip("/")).exists(), path
            assert all(owner.startswith("@") for owner in owners)


@pytest.mark.parametrize("name", ["propose-a-criterion", "report-an-error"])
def test_issue_forms_have_what_github_asks_of_them(name: str) -> None:
    form = _read(ROOT / f".github/ISSUE_TEMPLATE/{name}.yml")
    assert {"name", "description", "body"} <= form.keys()
    ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    assert all(field["attributes"].get("label") or field["type"] == "markdown" for field in form["body"])
