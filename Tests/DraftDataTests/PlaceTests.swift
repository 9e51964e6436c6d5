import DraftData
import DraftLanguage
import Testing

@Suite struct PlaceTests {
  @Test(arguments: [
    ("client", "1:2 ‹\"client\"›"), ("client.name", "2:11 ‹\"ТОО \\\"Ромашка\\\"\"›"),
    ("client.iin", "3:9 ‹\"0507\"›"), ("items[0]", "4:12 ‹{›"), ("items[0].price", "4:22 ‹10.50›"),
    ("items[1]", "5:3 ‹[›"), ("items[1][1]", "5:7 ‹2›"), ("items[2]", "5:11 ‹null›"),
    ("[\"a.b\"]", "6:11 ‹5›"), ("['a.b']", "6:11 ‹5›"),
    ("items[3]", "nowhere"), ("client.x", "nowhere"), ("items.x", "nowhere"),
    ("client[0]", "nowhere"), ("", "nowhere"), ("client.", "nowhere"), (".client", "nowhere"),
    ("items[", "nowhere"), ("items[-1]", "nowhere"), ("items[99999999999]", "nowhere"),
    ("[\"a.b", "nowhere"), ("a.b", "nowhere"), ("[x]", "nowhere"),
  ])
  func json(_ path: String, _ expected: String) throws {
    let file = try DraftDataTests.json(
      """
      {"client": {
        "name": "ТОО \\"Ромашка\\"",
        "iin":"0507"},
      "items": [ {"price": 10.50},
        [1, 2], null
      ], "a.b": 5 }
      """)
    #expect(show(file.place(of: path)) == expected)
    if let place = file.place(of: path) { #expect(place.file == "case.json") }
  }

  @Test(arguments: [
    ("client", "2:1 ‹client›"), ("client.name", "3:9 ‹\"ТОО \\\"Ромашка\\\"\"›"),
    ("client.iin", "4:10 ‹'0507'›"), ("items", "5:1 ‹items›"), ("items[0]", "6:3 ‹price›"),
    ("items[0].price", "6:10 ‹10.50›"), ("items[1]", "7:3 ‹[›"), ("items[1][1]", "7:7 ‹два слова›"),
    ("items[2]", "8:3 ‹{›"), ("items[2].x", "8:7 ‹1›"), ("text", "9:7 ‹|›"),
    ("empty", "11:1 ‹empty›"),
    ("named", "12:11 ‹5›"), ("long", "13:7 ‹слово›"), ("after", "15:8 ‹1›"),
    ("items[3]", "nowhere"),
  ])
  func yaml(_ path: String, _ expected: String) throws {
    let file = try DraftDataTests.yaml(
      """
      # ё
      client:
        name: "ТОО \\"Ромашка\\""  # имя
        iin:   '0507'
      items:
      - price: 10.50 # цена
      - [1, два слова]
      - {x: 1}
      text: |
        строка
      empty:
      named: &n 5
      long: слово
        и ещё
      after: 1
      """)
    #expect(show(file.place(of: path)) == expected)
  }

  @Test func lineEndsOfEverySystem() throws {
    let file = try DraftDataTests.json("{\r\n\"a\": 1,\r\"b\": 2}")
    #expect(show(file.place(of: "a")) == "2:6 ‹1›")
    #expect(show(file.place(of: "b")) == "3:6 ‹2›")
    let other = try DraftDataTests.yaml("a: 1\r\nb: \"x\u{2028}y\"\r\nc: 3\r\n")
    #expect(show(other.place(of: "c")) == "3:4 ‹3›")
  }
}
