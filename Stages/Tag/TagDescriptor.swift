public import StageKit
import TextKit

extension TagStage {
  public static var descriptor: StageDescriptor {
    StageDescriptor(
      name: "tag", summary: "finds names, dates, amounts and addresses", role: .transform,
      version: 8, reads: [.sentences, .tokens], writes: [.entities, .groups], isIdempotent: true,
      examples: [
        StageExample(
          "Titles announce a person; a surname is known by the full name and shares its group.",
          input: "Foreign Minister Ann Bell met envoys from Peru in Oslo. Bell left on Monday.",
          output: """
            PERSON: Ann Bell
            GPE: Peru
            GPE: Oslo
            PERSON: Bell
            DATE: Monday
            group: Ann Bell, PERSON, 2
            group: Peru, GPE, 1
            group: Oslo, GPE, 1
            """),
        StageExample(
          "Dates, money and percentages have a value where it is certain.",
          input: "Sales rose 3.5% to $5.2 million by 4 May 2021.",
          output: """
            PERCENT: 3.5% = 3.5
            MONEY: $5.2 million = 5200000 USD
            DATE: 4 May 2021 = 2021-05-04
            """),
        StageExample(
          "The scheme 'conll4' has four types, all of names.", options: ["scheme": "conll4"],
          input: "The French firm Harbour Lane Ltd paid 300 euros to the Red Cross in Lyon.",
          output: """
            MISC: French
            ORG: Harbour Lane Ltd
            ORG: Red Cross
            LOC: Lyon
            group: French, MISC, 1
            group: Harbour Lane Ltd, ORG, 1
            group: Red Cross, ORG, 1
            group: Lyon, LOC, 1
            """),
      ])
  }
}
