"""Imports packages into a new collection, one after the other, with Anki's own library, and prints the result of each.

Usage: python import_anki.py COLLECTION STEP...

A STEP is the path of a package, or `learn:N`, which answers N cards as a learner would, then moves, suspends and flags one
of them. Prints a JSON list: one object per step.
"""

import json
import sys

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

LOG = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck", "empty_first_field")
SCHEDULE = "id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, left, flags, data"


def import_package(col: Collection, path: str, with_scheduling: bool) -> dict[str, int]:
    options = ImportAnkiPackageOptions(with_scheduling=with_scheduling)
    log = col.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options)).log
    return {name: len(getattr(log, name)) for name in LOG}


def learn(col: Collection, count: int) -> None:
    col.decks.select(next(deck.id for deck in col.decks.all_names_and_ids() if deck.name != "Default"))
    answered = []
    for ease in range(count):
        card = col.sched.getCard()
        card.start_timer()
        col.sched.answerCard(card, 1 + ease % 4)
        answered.append(card.id)
    col.set_deck([answered[0]], col.decks.id("Mine"))
    col.sched.suspend_cards([answered[1]])
    col.set_user_flag_for_cards(1, [answered[2]])


def state(col: Collection) -> dict[str, object]:
    report, _ = col.fix_integrity()
    return {
        "problems": report.replace("Database rebuilt and optimized.", "").strip(),
        "notes": {guid: fields.split("\x1f") for guid, fields in col.db.all("SELECT guid, flds FROM notes")},
        "noteCount": col.note_count(),
        "schedule": [list(row) for row in col.db.all(f"SELECT {SCHEDULE} FROM cards ORDER BY id")],
        "reviews": col.db.scalar("SELECT count() FROM revlog"),
        "decks": sorted(deck.name for deck in col.decks.all_names_and_ids()),
        "noteTypes": sorted(kind.name for kind in col.models.all_names_and_ids()),
        "questions": [col.get_card(id).question() for id in col.find_cards("")[:3]],
    }


def main() -> None:
    col = Collection(sys.argv[1])
    results = []
    for step in sys.argv[2:]:
        log = None
        if step.startswith("learn:"):
            learn(col, int(step.removeprefix("learn:")))
        else:
            path = step.removesuffix("#with-scheduling")
            log = import_package(col, path, path != step)
        results.append({"log": log, **state(col)})
    col.close()
    print(json.dumps(results))


main()
