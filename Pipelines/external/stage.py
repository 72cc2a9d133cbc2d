"""The other end of Wireroom's stage protocol, for stages in Python.

A stage is a function that takes a document (a dictionary with the names of the record) and returns
what it sets: a dictionary of members, {"drop": reason}, or None to leave the document as it is.

    from stage import run

    def process(document):
        return {"extra": {"words": len(document["text"].split())}}

    run(process, name="words", version=1, reads=[], writes=["extra"])

What stands under "extra" is put under the label of the stage by itself. A stage that is faster on many
documents at once takes a list and returns a list: run_batches(process_all, …). An exception fails the
document and no other; print() goes to standard error, because standard output belongs to the protocol.
"""

import json
import os
import sys


def run(process, **greeting):
    """Serves until the input ends, one document at a time."""
    run_batches(lambda documents: [attempt(process, document) for document in documents], **greeting)


def attempt(process, document):
    try:
        return process(document)
    except Exception as error:
        return {"failure": {"reason": "exception", "message": f"{type(error).__name__}: {error}"}}


def run_batches(process_all, name, version, reads=(), writes=("extra",), start=None):
    """Serves until the input ends. `start` gets the options of the pipeline file before any document."""
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not get between the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    engine = json.loads(requests.readline())
    if start:
        start(engine.get("options", {}))
    greeting = {"wireroom": 1, "name": name, "version": version, "reads": list(reads),
                "writes": list(writes), "offsets": "codepoints"}
    answers.write(json.dumps(greeting).encode() + b"\n")
    answers.flush()
    batch = []
    for line in requests:
        batch.append(json.loads(line))
        if batch[-1].get("more", 0) > 0:
            continue
        for document, answer in zip(batch, outcomes(process_all, batch)):
            answer = dict(answer or {})
            if "extra" in answer:
                answer["extra"] = {engine["label"]: answer["extra"]}
            answer["seq"] = document["seq"]
            # Unpaired surrogates have no UTF-8 form; as escapes they can be read.
            answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()
        batch = []


def outcomes(process_all, batch):
    """The answers to a batch; if it fails as a whole, each of its documents is tried alone."""
    try:
        return list(process_all(batch))
    except Exception as error:
        if len(batch) == 1:
            return [attempt(lambda _: raise_again(error), batch[0])]
        return [outcomes(process_all, [document])[0] for document in batch]


def raise_again(error):
    raise error
