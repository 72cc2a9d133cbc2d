import StageKit

/// What `wireroom new stage` makes.
enum StageTemplate {
  struct File {
    var path: String
    var text: String
    var isExecutable = false
  }

  /// The templates, by language.
  static let all: [String: @Sendable (StageName) -> [File]] = [
    "swift": swift, "python": python, "shell": shell,
  ]

  /// An article for trying the stage.
  private static let sample = File(
    path: "articles/harbour.txt",
    text: """
      Harbour bridge reopens

      The bridge is OPEN again. NO lorries may pass before May, the council said on Monday.

      """)

  private static func pipeline(_ name: StageName, plugins: String, stage: String) -> File {
    File(
      path: "example.yaml",
      text: """
        # wireroom run example.yaml
        name: \(name.key)_example
        \(plugins)run: {output: output}
        stages:
          - fetch: {paths: [articles]}
          - clean
          - segment
        \(stage)
          - write: {path: records.jsonl}

        """)
  }

  // MARK: Swift

  private static func swift(_ name: StageName) -> [File] {
    [
      File(
        path: "Package.swift",
        text: """
          // swift-tools-version: 6.2
          import PackageDescription

          // Where the sources of StageKit are. 'wireroom build-stage' sets the variable, so that the stage
          // fits the program that will load it.
          let stageKit = Context.environment["WIREROOM_STAGEKIT"] ?? "\(stageKitFolder() ?? "StageKit")"

          let package = Package(
            name: "\(name.type)",
            platforms: [.macOS("26.0")],
            products: [.library(name: "\(name.type)", type: .dynamic, targets: ["\(name.type)"])],
            dependencies: [.package(name: "StageKit", path: stageKit)],
            targets: [
              .target(
                name: "\(name.type)",
                dependencies: [.product(name: "StageKit", package: "StageKit")],
                // Says which StageKit the library was built against; without it, it is not loaded.
                plugins: [.plugin(name: "StageFingerprint", package: "StageKit")]),
              .testTarget(
                name: "\(name.type)Tests",
                dependencies: [
                  "\(name.type)", .product(name: "StageKit", package: "StageKit"),
                ]),
            ],
            swiftLanguageModes: [.v6]
          )

          """),
      File(
        path: "Sources/\(name.type)/\(name.type)Stage.swift",
        text: """
          public import StageKit
          import TextKit

          /// Counts the words in capitals.
          public struct \(name.type)Stage: TransformStage {
            public static let descriptor = StageDescriptor(
              name: "\(name.key)", summary: "counts the words in capitals", role: .transform,
              // Goes up whenever the results change, so that old ones are redone.
              version: 1,
              // What stages before must have made, and what this one sets.
              reads: [.tokens], writes: [.extra], isIdempotent: true,
              // Shown by 'wireroom stages \(name.key)', and tested by 'wireroom conform'.
              examples: [
                StageExample(
                  "words of two letters and more", input: "NO lorries may pass, I hear.",
                  output: #"\(name.key): {"words":1}"#)
              ])

            private let minimumLength: Int
            private let label: String

            /// Makes the stage: checks what it is given, opens what it needs.
            public init(options: \(name.type)Options, context: StageContext) throws(OptionProblem) {
              minimumLength = options.minimumLength
              label = context.label
            }

            /// Changes one document. Called from several threads at once, each with scratch space of its own.
            public func process(
              _ document: inout Document, _ scratch: inout Void
            ) throws(StageFailure) -> Verdict {
              let text = document.text.utf8.span
              var count = 0
              for token in document.tokens ?? [] where token.count >= minimumLength {
                if token.range.allSatisfy({ text[$0].isASCIIUppercase }) { count += 1 }
              }
              document.setExtra(label, ["words": .integer(count)])
              return .keep
            }
          }

          """),
      File(
        path: "Sources/\(name.type)/\(name.type)Options.swift",
        text: """
          public import StageKit

          /// The options of the stage `\(name.key)`.
          public struct \(name.type)Options: StageOptions {
            public var minimumLength = 2

            public init() {}

            public static var fields: [OptionField<\(name.type)Options>] {
              [
                .integer(
                  "min_length", \\.minimumLength, in: 1...100,
                  help: "shorter words are not counted")
              ]
            }
          }

          """),
      File(
        path: "Sources/\(name.type)/Export.swift",
        text: """
          import StageKit

          /// Hands the stages of this library to the program.
          @_cdecl("wireroom_stages")
          public func wireroomStages() -> UnsafeMutableRawPointer {
            exportStages([\(name.type)Stage.self])
          }

          """),
      File(
        path: "Tests/\(name.type)Tests/\(name.type)Tests.swift",
        text: """
          import \(name.type)
          import StageConformance
          import StageKit
          import Testing

          @Suite struct \(name.type)Tests {
            /// What must hold for every stage; its examples are among that.
            @Test func conforms() throws {
              #expect(try Conformance(of: \(name.type)Stage.self).run().findings == [])
            }
          }

          """),
      pipeline(
        name, plugins: "plugins: [.]\n", stage: "  - \(name.key): {min_length: 2}"),
      sample,
      File(path: ".gitignore", text: ".build\noutput\n.wireroom\n"),
      File(
        path: "README.md",
        text: """
          # \(name.key)

          A stage of Wireroom.

              wireroom build-stage .        # or: swift build
              wireroom conform .            # what must hold for every stage
              swift test                    # the same and what you add
              wireroom run example.yaml

          In a pipeline file elsewhere, `plugins: [path/to/\(name.type)]` loads it; or name it in the
          environment variable `WIREROOM_PLUGINS`.

          `Sources/\(name.type)/\(name.type)Stage.swift` is the stage, `\(name.type)Options.swift` its
          options, `Export.swift` hands it to the program. After another version of Wireroom is installed,
          build it again: it is refused otherwise, because it would crash.

          """),
    ]
  }

  // MARK: Other languages

  private static func exec(_ name: StageName, _ command: String) -> String {
    """
      - exec:
          command: [\(command)]
          writes: extra
        label: \(name.key)
    """
  }

  private static func readme(_ name: StageName, _ file: String, _ needs: String) -> File {
    File(
      path: "README.md",
      text: """
        # \(name.key)

        A stage of Wireroom that is a program of its own. \(needs)

            wireroom conform example.yaml   # what must hold for every stage
            wireroom run example.yaml

        `\(file)` gets documents as JSON objects, one a line, on its standard input, and answers with what
        it sets. `wireroom help protocol` says what may stand there; `example.yaml` how it is used.

        """)
  }

  private static func python(_ name: StageName) -> [File] {
    [
      File(
        path: "\(name.key).py",
        text: """
          #!/usr/bin/env python3
          \"""Counts the words in capitals: extra.\(name.key).words.\"""

          import json
          import os
          import sys


          def process(document):
              \"""Takes a document, with the names of the record; returns what is set of it, {"drop": reason},
              or nothing to leave it as it is.\"""
              words = [word for word in document["text"].split() if len(word) > 1 and word.isupper()]
              return {"extra": {LABEL: {"words": len(words)}}}


          # Below is the protocol: one JSON object a line.
          requests = sys.stdin.buffer
          answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
          # Whatever a library prints must not get between the answers.
          os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

          engine = json.loads(requests.readline())
          LABEL = engine.get("label", "\(name.key)")
          OPTIONS = engine.get("options", {})


          def answer(message, flush=True):
              answers.write(json.dumps(message).encode() + b"\\n")
              if flush:
                  answers.flush()


          # The version goes up whenever the results change, so that old ones are redone.
          answer({"wireroom": 1, "name": "\(name.key)", "version": 1, "reads": [], "writes": ["extra"]})

          for line in requests:
              document = json.loads(line)
              try:
                  result = process(document) or {}
              except Exception as error:
                  # Costs this document only.
                  message = f"{type(error).__name__}: {error}"
                  result = {"failure": {"reason": "exception", "message": message}}
              answer({"seq": document["seq"], **result}, flush=document.get("more", 0) == 0)

          """, isExecutable: true),
      pipeline(name, plugins: "", stage: exec(name, "python3, \(name.key).py")),
      sample,
      File(path: ".gitignore", text: "output\n.wireroom\n"),
      readme(name, "\(name.key).py", "It needs python3."),
    ]
  }

  private static func shell(_ name: StageName) -> [File] {
    [
      File(
        path: "\(name.key).sh",
        text: #"""
          #!/bin/sh
          # Says how long each document's text is, as it stands in JSON: extra.\#(name.key).length. With jq
          # installed, one command is a whole stage:
          #
          #     jq --unbuffered -c 'if .wireroom then {wireroom: 1}
          #       else {seq, extra: {\#(name.key): {letters: (.text | length)}}} end'

          # The engine's greeting, and the answer to it. The version goes up whenever the results change.
          read -r greeting
          echo '{"wireroom": 1, "name": "\#(name.key)", "version": 1, "reads": [], "writes": ["extra"]}'

          # A document a line; the answer carries its number.
          while read -r line; do
            number=${line#*'"seq":'}
            number=${number%%,*}
            text=${line#*'"text":"'}
            text=${text%%'","'*}
            text=${text%'"}'}
            echo "{\"seq\": $number, \"extra\": {\"\#(name.key)\": {\"length\": ${#text}}}}"
          done

          """#, isExecutable: true),
      pipeline(name, plugins: "", stage: exec(name, "sh, \(name.key).sh")),
      sample,
      File(path: ".gitignore", text: "output\n.wireroom\n"),
      readme(name, "\(name.key).sh", "It needs a shell and nothing else."),
    ]
  }
}
