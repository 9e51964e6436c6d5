import Draft
import Testing

@testable import DraftCommand

/// What the columns of a list are for.
@Suite struct WantedFieldsTests {
  private let wanted = WantedFields(
    Self.kinds([
      "files[]": .text, "files[].sheets": .number, "rates.*": .number, "roles[].name": .text,
      "act.period.from": .date, "act.number": .text,
    ]), isCase: false)

  private static func kinds(_ fields: [String: FieldKind]) -> FieldKinds {
    var kinds = FieldKinds()
    for (path, kind) in fields { kinds.add(path, as: kind) }
    return kinds
  }

  @Test func kindsAreThoseOfTheTemplate() {
    #expect(wanted.kind(of: "files[3].sheets") == .number)
    #expect(wanted.kind(of: "act.period.from") == .date)
    #expect(wanted.kind(of: "act.number.kk") == nil && wanted.kind(of: "other") == nil)
  }

  /// `for day, rate in rates.items()` and `roles[client.role]` know no names.
  @Test func fieldsOfAnyNameHaveAKind() {
    #expect(wanted.kind(of: "rates.usd") == .number)
    #expect(wanted.kind(of: "roles.director.name") == .text)
  }

  @Test func whatHoldsFieldsIsAListOrAMapping() {
    #expect(wanted.kind(of: "roles") == .list && wanted.kind(of: "rates") == .object)
    #expect(wanted.kind(of: "act") == .object && wanted.kind(of: "act.period") == .object)
  }

  @Test func columnsOfAnyNameAreNoStrangers() {
    var summary = Batch.Summary()
    summary.columnFields = ["rates.usd", "roles.director.name", "act", "act.amount", "roles.x.y"]
    summary.headers = summary.columnFields
    #expect(wanted.strangers(in: summary).map(\.field) == ["act.amount", "roles.x.y"])
  }

  @Test func fieldsOfACaseAreKnownWithoutATemplate() {
    let wanted = WantedFields(Self.kinds(["act.amount": .number]), isCase: true)
    #expect(wanted.kind(of: "engagement.fee.amount") == .number)
    #expect(wanted.kind(of: "act.amount") == .number && wanted.kind(of: "act.city") == nil)
  }
}
