import StageKit
import TextKit

extension CleanStage {
  static let examples = [
    StageExample(
      "headline, date, caption and source leave the text",
      input: """
        Harbour of Port Vale opens to ferries
        Published: Mar 4, 2024 9:05 AM
        The new quay Photo: Ann Bell

        The harbour of Port Vale was opened to ferries on Monday after three years of work.

        The first ship left for the islands at noon with two hundred people on board.

        Vale Courier
        """,
      output: """
        text: The harbour of Port Vale was opened to ferries on Monday after three years of work.\
        ¶¶The first ship left for the islands at noon with two hundred people on board.
        title: Harbour of Port Vale opens to ferries
        site: Vale Courier
        language: en
        published: 2024-03-04T09:05
        caption: The new quay (Ann Bell)
        body: The harbour of Port Vale was opened to ferries on Monday after three years of work.
        body: The first ship left for the islands at noon with two hundred people on board.
        """),
    StageExample(
      "Markdown loses its marks and keeps its headings",
      input: """
        # Tram line 4 returns

        The *first* tram ran at [five in the morning](https://example.org/trams).

        ## Timetable

        - every ten minutes
        """,
      form: .markdown,
      output: """
        text: The first tram ran at five in the morning.¶¶Timetable¶¶every ten minutes
        title: Tram line 4 returns
        language: en
        body: The first tram ran at five in the morning.
        heading: Timetable
        list_item: every ten minutes
        """),
    StageExample(
      "a page gives its article", options: ["quotes": "straight"],
      input: """
        <html><head><title>Bridge closed | Vale Courier</title></head><body>
        <nav><a href="/">Home</a> <a href="/news">News</a></nav>
        <article><h1>Bridge closed</h1><p>The old bridge over the Arn was closed on Friday, and the
        “other one” is too narrow for buses, the council said.</p></article>
        <footer>Imprint</footer></body></html>
        """,
      form: .html,
      output: """
        text: The old bridge over the Arn was closed on Friday, and the "other one" is too narrow \
        for buses, the council said.
        title: Bridge closed
        language: en
        body: The old bridge over the Arn was closed on Friday, and the "other one" is too narrow \
        for buses, the council said.
        """),
  ]
}
