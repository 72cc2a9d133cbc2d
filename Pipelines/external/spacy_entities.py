"""Finds entities with a model of spaCy, in place of the stage `tag`.

    - exec:
        command: [python3, external/spacy_entities.py]
        writes: entities
        options: {model: en_core_web_sm}
      label: tag

Needs `pip install spacy` and the model: `python3 -m spacy download en_core_web_sm`. A model that is
called `blank` is an empty English one with a few rules, for trying this out without a download.
"""

import spacy

from stage import run_batches

model = None


def start(options):
    global model
    name = options.get("model", "en_core_web_sm")
    if name == "blank":
        model = spacy.blank("en")
        rules = model.add_pipe("entity_ruler")
        rules.add_patterns([{"label": "GPE", "pattern": "Lisbon"}, {"label": "ORG", "pattern": "NATO"}])
    else:
        # Only what finds entities is loaded; the rest costs time for nothing.
        model = spacy.load(name, exclude=["parser", "lemmatizer", "attribute_ruler", "tagger"])


def process_all(documents):
    texts = (document["text"] for document in documents)
    for parsed in model.pipe(texts, batch_size=len(documents)):
        # spaCy counts code points, as the protocol does.
        yield {"entities": [
            {"start": entity.start_char, "end": entity.end_char, "type": entity.label_}
            for entity in parsed.ents if entity.text.strip()
        ]}


run_batches(process_all, name="spacy_entities", version=1, writes=["entities"], start=start)
