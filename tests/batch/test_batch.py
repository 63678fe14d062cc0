"""What a batch makes, records, leaves out and tells."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from articles import article, briefs, write

from briefgen.batch import inputs
from tests.sources.pages import page
from tests.web_servers import Reply, Site, web_server


def test_one_that_fails_is_recorded_and_the_rest_is_made(batch, manifest, tmp_path: Path) -> None:
    write(tmp_path / "feeds" / "deeper", 2)
    (tmp_path / "feeds" / "empty.txt").write_text("")
    (tmp_path / "feeds" / "notes.zip").write_text("")
    done = batch("feeds")
    assert done.code == 1
    assert done.out.splitlines() == ["output/index.html", "output/index.csv", "output/manifest.jsonl"]
    assert "error: feeds/empty.txt" in done.err
    assert "left out because of their type: 1" in done.err
    assert done.err.endswith("briefs made: 2, up to date: 0, failed: 1\n")
    entries = manifest()
    assert {path: entry["outcome"] for path, entry in entries.items()} == {
        "feeds/deeper/report-0000.txt": "made",
        "feeds/deeper/report-0001.txt": "made",
        "feeds/empty.txt": "failed",
    }
    made, failed = entries["feeds/deeper/report-0000.txt"], entries["feeds/empty.txt"]
    assert "report-0000/report-0000.md" in made["files"]
    assert all((tmp_path / "output" / file).is_file() for file in made["files"])
    assert made["seconds"] > 0
    assert failed["error"].startswith("feeds/empty.txt")
    assert failed["digest"] is None


def test_the_next_run_makes_what_is_new_changed_edited_lost_or_failed(batch, manifest, tmp_path: Path) -> None:
    paths = write(tmp_path / "feeds", 5)
    paths[4].write_text("")
    assert batch("feeds").code == 1
    before = briefs(tmp_path / "output")
    paths[0].write_text(article(0).replace("Tuesday", "Friday"))
    (tmp_path / "output" / "report-0001" / "overrides.yaml").write_text("title: Mine\n")
    (tmp_path / "output" / "report-0002" / "report-0002.md").unlink()
    paths[4].write_text(article(4))
    write(tmp_path / "more", 6)[:5] and [path.unlink() for path in sorted((tmp_path / "more").iterdir())[:5]]
    done = batch("feeds", "more")
    assert done.code == 0
    assert done.err.endswith("briefs made: 5, up to date: 1, failed: 0\n")
    after = briefs(tmp_path / "output")
    assert b"Friday" in after["report-0000/report-0000.md"]
    assert b"Mine" in after["report-0001/report-0001.md"]
    assert after["report-0002/report-0002.md"] == before["report-0002/report-0002.md"]
    assert {"report-0004/report-0004.md", "report-0005/report-0005.md"} <= after.keys()
    assert "up to date: 6" in batch("feeds", "more").err
    assert len(manifest()) == 6


def test_other_options_and_force_make_all_of_them_again(batch, tmp_path: Path) -> None:
    write(tmp_path / "feeds", 1)
    assert "made: 1" in batch("feeds").err
    assert "made: 0" in batch("feeds").err
    assert "made: 1" in batch("feeds", "--to", "The Minister").err
    assert "made: 0" in batch("feeds", "--to", "The Minister").err
    assert "made: 1" in batch("feeds", "--to", "The Minister", "--force").err
    (tmp_path / "briefgen.toml").write_text('marking = "OFFICIAL"\n')
    assert "made: 1" in batch("feeds", "--to", "The Minister").err
    assert b"OFFICIAL" in briefs(tmp_path / "output")["report-0000/report-0000.md"]


def test_a_hand_edit_is_not_overwritten_and_its_lines_stay_on_the_page(batch, manifest, tmp_path: Path) -> None:
    (path,) = write(tmp_path / "feeds", 1)
    batch("feeds")
    draft = tmp_path / "output" / "report-0000" / "brief.yaml"
    draft.write_text(edited := draft.read_text() + "# mine\n")
    path.write_text(article(1))
    done = batch("feeds")
    assert done.code == 1
    assert "was edited by hand" in done.err
    assert draft.read_text() == edited
    assert manifest()["feeds/report-0000.txt"]["lines"]
    assert "Harn" in (tmp_path / "output" / "index.csv").read_text(encoding="utf-8-sig")


def test_files_of_one_name_get_folders_of_their_own_whatever_was_made_before(batch, manifest, tmp_path: Path) -> None:
    for folder in ("mon", "tue"):
        write(tmp_path / folder, 1)[0].rename(tmp_path / folder / "report.txt")
    assert batch("mon").code == 0
    done = batch(".")
    assert "output/tue-report for tue/report.txt" in done.err.replace("./", "")
    assert {path: entry["folder"] for path, entry in manifest().items()} == {
        "mon/report.txt": "report",
        "tue/report.txt": "tue-report",
    }
    shutil.rmtree(tmp_path / "output")
    batch(".")
    assert sorted(entry["folder"] for entry in manifest().values()) == ["mon-report", "tue-report"]


def test_a_folder_that_make_wrote_for_another_article_is_left_alone(batch, manifest, tmp_path: Path) -> None:
    for folder in ("mon", "tue"):
        write(tmp_path / folder, 1)
    batch("mon")
    (tmp_path / "output" / "manifest.jsonl").unlink()
    before = briefs(tmp_path / "output")
    assert batch("tue").code == 0
    assert manifest()["tue/report-0000.txt"]["folder"] == "tue-report-0000"
    after = briefs(tmp_path / "output")
    assert {name: after[name] for name in before if "/" in name} == {
        name: content for name, content in before.items() if "/" in name
    }


BAD_NAMES = [
    'it\'s a "name".txt',
    "line\nbreak.txt",
    "отчёт.txt",
    "報告.txt",
    "n" * 251 + ".txt",
    "-x.txt",
    os.fsdecode(b"\xff.txt"),
]


def test_bad_names_cost_no_more_than_themselves(batch, manifest, tmp_path: Path) -> None:
    (tmp_path / "feeds").mkdir()
    for number, name in enumerate(BAD_NAMES):
        (tmp_path / "feeds" / name).write_text(article(number))
    done = batch("feeds")
    assert done.code == 1
    entries = manifest()
    assert len(entries) == len(BAD_NAMES)
    failed = {path for path, entry in entries.items() if entry["outcome"] == "failed"}
    assert failed == {"feeds/line\nbreak.txt", "feeds/\udcff.txt"}
    assert all("Rename the file" in entries[path]["hint"] for path in failed)
    assert {path.name for path in tmp_path.iterdir()} == {"feeds", "output"}
    assert len({entry["folder"] for entry in entries.values()}) == len(BAD_NAMES)


def test_a_file_that_goes_away_or_changes_while_it_is_read(batch, manifest, tmp_path: Path, monkeypatch) -> None:
    paths = write(tmp_path / "feeds", 2)
    find = inputs.find

    def found(*arguments):
        result = find(*arguments)
        paths[0].unlink()
        return result

    monkeypatch.setattr(inputs, "find", found)
    done = batch("feeds")
    assert done.code == 1
    assert manifest()["feeds/report-0000.txt"]["error"].startswith("There is no file feeds/report-0000.txt")
    monkeypatch.setattr(inputs, "find", find)
    assert "up to date: 1, failed: 0" in batch("feeds").err


def test_the_outcome_as_json(batch, tmp_path: Path) -> None:
    write(tmp_path / "feeds", 1)
    (tmp_path / "feeds" / "empty.md").write_text("")
    told = json.loads(batch("feeds", "--json", "--quiet").out)
    assert (told["made"], told["unchanged"], told["failed"], told["left"]) == (1, 0, 1, 0)
    assert told["failures"][0]["article"] == "feeds/empty.md"
    assert told["files"] == ["output/index.html", "output/index.csv", "output/manifest.jsonl"]


@pytest.mark.parametrize("named", [["nothing-here"], ["empty"], ["*.txt"]])
def test_where_there_is_nothing_to_do_that_is_told(batch, tmp_path: Path, named: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    done = batch(*named)
    assert done.code == 1
    assert "error: " in done.err


def test_two_batches_at_a_time_in_one_folder_do_not_meet(batch, tmp_path: Path) -> None:
    from briefgen.storage import locked_file

    write(tmp_path / "feeds", 1)
    with locked_file(tmp_path / "output" / ".briefgen.lock", ""):
        done = batch("feeds")
    assert done.code == 1
    assert "another batch is at work on output" in done.err
    assert not (tmp_path / "output").exists()


def test_a_manifest_of_somebody_else_is_left_alone(batch, tmp_path: Path) -> None:
    write(tmp_path / "feeds", 1)
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "manifest.jsonl").write_text('{"mine": 1}\n')
    done = batch("feeds")
    assert done.code == 1
    assert "is not a manifest of briefgen" in done.err
    assert (tmp_path / "output" / "manifest.jsonl").read_text() == '{"mine": 1}\n'


def test_a_line_that_a_crash_cut_short_costs_one_brief(batch, manifest, tmp_path: Path) -> None:
    write(tmp_path / "feeds", 2)
    batch("feeds")
    path = tmp_path / "output" / "manifest.jsonl"
    path.write_bytes(path.read_bytes()[:-40])
    assert "made: 1, up to date: 1" in batch("feeds").err
    assert len(manifest()) == len(path.read_bytes().splitlines()) == 2


def test_addresses_are_read_each_time_and_made_again_where_they_have_changed(batch, manifest, tmp_path: Path) -> None:
    pages = {f"/world/{name}": Reply(page().encode()) for name in ("ports", "fish")}
    with web_server(Site(pages)) as site:
        (tmp_path / "today.txt").write_text(f"# today\n{site.address}/world/ports\n{site.address}/world/fish\n")
        assert "made: 0, up to date: 0, failed: 2" in batch("today.txt").err
        assert "made: 2, up to date: 0, failed: 0" in batch("today.txt", "--allow-private").err
        assert {entry["folder"] for entry in manifest().values()} == {"ports", "fish"}
        assert "made: 0, up to date: 2, failed: 0" in batch("today.txt", "--allow-private").err
        site.pages["/world/fish"] = Reply(page().replace("Norland", "Suthmark").encode())
        assert "made: 1, up to date: 1, failed: 0" in batch("today.txt", "--allow-private").err


def test_where_there_is_no_terminal_a_line_is_told_now_and_then(batch, tmp_path: Path) -> None:
    write(tmp_path / "feeds", 40)
    for path in (tmp_path / "feeds").iterdir():
        path.write_text("")
    told = [line for line in batch("feeds").err.splitlines() if " of 40" in line]
    assert [line.partition(" ")[0] for line in told] == ["4", "8", "12", "16", "20", "24", "28", "32", "36"]
    assert told[0].startswith("4 of 40, failed 4, ")
    assert " a second, 0:00:" in told[0]
    assert not [line for line in batch("feeds", "--quiet").err.splitlines() if " of 40" in line]
