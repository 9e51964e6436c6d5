extension Machine {
  /// What a value is in a place that needs one: a text in the language in scope, the text of a
  /// dressed object or a listing. `node` is where the value came from, -1 when unknown.
  func scalar(_ value: Value, _ node: Int32, asking: Bool = false) -> Value {
    guard case .object(let object) = value else { return value }
    switch object.shape {
    case .plain: return value
    case .localised:
      guard let language else {
        if asking { return .undefined }
        let path = node >= 0 ? self.path(node) : nil
        let quoted = path ?? (node >= 0 ? program.tables.text(of: node) : "")
        let languages = object.keys.filter(ObjectValue.isLanguage).joined(separator: ", ")
        report(.noLanguage(quoted, languages), at: node, path: path)
        return .poison
      }
      if let chosen = object[language] { return scalar(chosen, node, asking: asking) }
      if asking || missing == .blank { return .undefined }
      let path = node >= 0 ? self.path(node).map { Paths.member($0, language) } : nil
      report(
        Complaint(
          code: "unknown-field",
          message: .unknownField(
            path ?? (node >= 0 ? program.tables.text(of: node) + "." + language : language)
          )),
        at: node, path: path)
      return .poison
    case .dressed: return object["$str"] ?? value
    case .typed:
      guard case .string(let type)? = object["$type"] else { return value }
      if type == "listing" { return object["text"] ?? .string("") }
      if !asking {
        report(
          .unsupported(.unsupportedType(type)), at: node, path: node >= 0 ? path(node) : nil)
      }
      return .poison
    }
  }

  /// Python's truth of a value; an undefined one is an error unless blanks are wanted.
  func truth(_ value: Value, _ node: Int32) -> Bool {
    switch value {
    case .undefined:
      if missing != .blank, node >= 0 { reportMissing(node) }
      return false
    case .null: return false
    case .bool(let flag): return flag
    case .int(let number): return number != 0
    case .decimal(let number): return Arithmetic.sign(number) != 0
    case .string(let text): return !text.isEmpty
    case .list(let items): return !items.isEmpty
    case .fragment(let fragment): return !fragment.bytes.isEmpty
    case .reference(let reference): return reference.what != .poison
    case .object(let object): return truth(object, node)
    }
  }

  private func truth(_ object: ObjectValue, _ node: Int32) -> Bool {
    switch object.shape {
    case .plain: return !object.keys.isEmpty
    case .typed: return true
    case .dressed:
      if let list = object["$list"] { return truth(list, -1) }
      return truth(object["$str"] ?? .null, -1)
    case .localised:
      // A neutral place may ask whether any language has a text.
      if let language { return object[language].map { truth($0, -1) } ?? false }
      return zip(object.keys, object.values).contains {
        ObjectValue.isLanguage($0) && truth($1, -1)
      }
    }
  }

  /// The elements of a value; nil with an error when it has none.
  func elements(_ value: Value, _ node: Int32, quiet: Bool = false) -> [Value]? {
    switch value {
    case .list(let items): return items
    case .null: return []
    case .object(let object):
      if object.shape == .dressed, let list = object["$list"] {
        return elements(list, node, quiet: quiet)
      }
      // The lines of requisites: a list in each language.
      if object.shape == .localised, let language, let chosen = object[language] {
        return elements(chosen, node, quiet: quiet)
      }
      if object.shape == .localised || object.shape == .typed || object.shape == .dressed {
        let chosen = scalar(value, node)
        if case .object = chosen {} else { return elements(chosen, node, quiet: quiet) }
      }
      return object.keys.map { .string($0) }
    case .string(let text):
      charge(text.utf8.count >> 2)
      return text.unicodeScalars.map { .string(String(Character($0))) }
    case .undefined:
      if missing == .blank { return [] }
      if node >= 0, !quiet { reportMissing(node) }
      return nil
    case .reference(let reference) where reference.what == .poison: return nil
    default:
      if !quiet {
        report(
          .wrongType(.notIterable(quoted(node), kind(value))), at: node,
          path: node >= 0 ? path(node) : nil)
      }
      return nil
    }
  }

  /// The text of a value where text is put together; nil with an error when it has none.
  func text(_ value: Value, _ node: Int32) -> String? {
    switch value {
    case .string(let text): return text
    case .int(let number): return String(number)
    case .decimal(let number):
      return missing == .blank ? Printing.python(number) : Printing.written(number)
    case .null: return missing == .blank ? "None" : ""
    case .undefined:
      if missing == .blank { return "" }
      if node >= 0 { reportMissing(node) }
      return nil
    case .object(let object) where object.shape != .plain:
      let chosen = scalar(value, node)
      if case .object = chosen { break }
      if missing != .blank, chosen.isUndefined { return nil }
      return text(chosen, node)
    case .reference(let reference) where reference.what == .poison: return nil
    case .fragment(let fragment):
      if fragment.bytes.isEmpty { return "" }
      report(.wrongType(.markupInText), at: node)
      return nil
    default: break
    }
    if missing == .blank { return Printing.string(value) }
    let path = node >= 0 ? self.path(node) : nil
    report(.notText(quoted(node), value), at: node, path: path)
    return nil
  }

  /// How a message names what stands at a node: its data path, or its words.
  func quoted(_ node: Int32) -> String {
    guard node >= 0 else { return "" }
    return path(node) ?? program.tables.text(of: node)
  }

  /// What a value is, in the three languages.
  func kind(_ value: Value) -> Message { .kind(of: value) }
}

extension Complaint {
  /// A truth value or a container where text is needed.
  static func notText(_ quoted: String, _ value: Value) -> Complaint {
    let hint: Message
    switch value {
    case .bool:
      hint = Message(
        en: "say what to print: `{{ \"yes\" if \(quoted) else \"no\" }}`",
        ru: "скажите, что печатать: `{{ \"да\" if \(quoted) else \"нет\" }}`",
        kk: "не басып шығаруды айтыңыз: `{{ \"иә\" if \(quoted) else \"жоқ\" }}`")
    case .list:
      hint = Message(
        en: "join its elements: `{{ \(quoted) | join(\", \") }}`, or go over them with `for`",
        ru: "соедините элементы: `{{ \(quoted) | join(\", \") }}` или пройдите их циклом `for`",
        kk:
          "элементтерін біріктіріңіз: `{{ \(quoted) | join(\", \") }}` немесе `for` циклін қолданыңыз"
      )
    default:
      hint = Message(
        en: "name one of its fields, or use a filter such as `string`",
        ru: "назовите одно из его полей или используйте фильтр, например `string`",
        kk: "оның бір өрісін атаңыз немесе `string` сияқты сүзгіні қолданыңыз")
    }
    let kind = Message.kind(of: value)
    return .wrongType(
      Message(
        en: "`\(quoted)` is \(kind.en); it cannot stand in text",
        ru: "`\(quoted)` — \(kind.ru); в тексте это стоять не может",
        kk: "`\(quoted)` — \(kind.kk); ол мәтінде тұра алмайды"), [hint])
  }
}

extension Message {
  static func kind(of value: Value) -> Message {
    switch value {
    case .undefined: Message(en: "not there", ru: "отсутствует", kk: "жоқ")
    case .null: Message(en: "empty (null)", ru: "пусто (null)", kk: "бос (null)")
    case .bool: Message(en: "a truth value", ru: "логическое значение", kk: "логикалық мән")
    case .int, .decimal: Message(en: "a number", ru: "число", kk: "сан")
    case .string: Message(en: "text", ru: "текст", kk: "мәтін")
    case .list: Message(en: "a list", ru: "список", kk: "тізім")
    case .object: Message(en: "an object", ru: "объект", kk: "объект")
    case .fragment: Message(en: "formatted text", ru: "оформленный текст", kk: "пішімделген мәтін")
    case .reference: Message(en: "a function", ru: "функция", kk: "функция")
    }
  }

  static func notIterable(_ quoted: String, _ kind: Message) -> Message {
    Message(
      en: "`\(quoted)` is \(kind.en); it has no elements to go over",
      ru: "`\(quoted)` — \(kind.ru); по нему нельзя пройти циклом",
      kk: "`\(quoted)` — \(kind.kk); оны циклмен өтуге болмайды")
  }

  static func notInteger(_ kind: Message) -> Message {
    Message(
      en: "a whole number is needed here, not \(kind.en)",
      ru: "здесь нужно целое число, а не \(kind.ru)", kk: "мұнда \(kind.kk) емес, бүтін сан керек")
  }

  static var zeroStep: Message {
    Message(
      en: "the step of a slice cannot be 0", ru: "шаг среза не может быть 0",
      kk: "қиманың қадамы 0 бола алмайды")
  }

  static var markupInText: Message {
    Message(
      en: "formatted text cannot be used as plain text here",
      ru: "оформленный текст нельзя использовать здесь как простой",
      kk: "пішімделген мәтінді мұнда қарапайым мәтін ретінде қолдануға болмайды")
  }

  static func unsupportedType(_ type: String) -> Message {
    let (en, ru, kk) =
      switch type {
      case "richtext", "richparagraphs":
        (
          "rich text is not supported yet", "форматированный текст пока не поддерживается",
          "пішімделген мәтін әзірге қолдау таппайды"
        )
      case "image":
        (
          "images are not supported yet", "изображения пока не поддерживаются",
          "суреттер әзірге қолдау таппайды"
        )
      case "subdoc":
        (
          "sub-documents are not supported yet", "вложенные документы пока не поддерживаются",
          "кірістірілген құжаттар әзірге қолдау таппайды"
        )
      default:
        (
          "there is no value type `\(type)`", "нет типа значения `\(type)`",
          "`\(type)` деген мән түрі жоқ"
        )
      }
    return Message(en: en, ru: ru, kk: kk)
  }
}
