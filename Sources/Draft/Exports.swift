// The façade: who imports `Draft` has the values, diagnostics and data files that its functions take
// and give, without knowing the rooms behind it.
@_exported public import DraftData
@_exported public import DraftLanguage
