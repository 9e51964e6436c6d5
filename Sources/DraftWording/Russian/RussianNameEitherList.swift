/// First names that men and women both bear: on their own they say nothing about the gender.
enum RussianNameEitherList {
  /// Spelled exactly.
  static let names = RussianNameTable(
    """
    саша женя валя слава шура тоша сима стася мика лёля даня саня
    габриэль даниэль марлен доминик рене андреа робин паскаль морган
    эли джесси чарли крис алекс ники терри джо сэм пэт
    муборак хуршид сейран
    """)

  /// Kazakh names, matched in either spelling tradition.
  static let kazakhNames = RussianNameTable(
    """
    ақжан ардақ бақыт бақытжан жанат жеңіс жұлдыз қуаныш қымбат ләззат нұрай рахат сағыныш тұрсын
    акжан ардак бакыт бакытжан жанат женис жулдыз куаныш кымбат ляззат нурай рахат сагыныш турсын
    мерей асыл асылжан шаттық шаттык сайран умит үміт береке мереке кенже
    бахыт бахытжан нурзат жылдыз юлдуз
    """, plain: true)
}
