"""Adds how long an article takes to read: extra.reading_time.minutes, at 230 words a minute."""

from stage import run

words_a_minute = 230


def start(options):
    global words_a_minute
    words_a_minute = int(options.get("words_a_minute", words_a_minute))


def process(document):
    words = len(document["text"].split())
    return {"extra": {"words": words, "minutes": max(1, round(words / words_a_minute))}}


run(process, name="reading_time", version=1, start=start)
