// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SQLite takes any foreign key: types are hints. What decides is whether the values would ever be
// equal after the parent column's affinity was applied to the child's value.
#include "model/relations/key_types.h"

#include <utility>

namespace cadastre {

namespace {

/// "Datatypes In SQLite", 3.1.
QString affinityOf(const QString& type)
{
    const auto has = [&](const char* word) {
        return type.contains(QLatin1String(word), Qt::CaseInsensitive);
    };
    if (has("int"))
        return QStringLiteral("INTEGER");
    if (has("char") || has("clob") || has("text"))
        return QStringLiteral("TEXT");
    if (type.isEmpty() || has("blob"))
        return QStringLiteral("BLOB");
    if (has("real") || has("floa") || has("doub"))
        return QStringLiteral("REAL");
    return QStringLiteral("NUMERIC");
}

/// Families whose values SQLite files keep in more than one way.
bool mayBeKeptAlike(TypeFamily a, TypeFamily b)
{
    if (a > b)
        std::swap(a, b);
    const auto is = [&](TypeFamily first, TypeFamily second) { return a == first && b == second; };
    return a == TypeFamily::Unknown || b == TypeFamily::Other || b == TypeFamily::Enum ||
           is(TypeFamily::Number, TypeFamily::Bool) || is(TypeFamily::Uuid, TypeFamily::Text) ||
           is(TypeFamily::Uuid, TypeFamily::Binary) || is(TypeFamily::Text, TypeFamily::Json);
}

} // namespace

KeyTypeJudgement judgeSqliteKeyTypes(const KeyTypeEnd& child, const KeyTypeEnd& parent)
{
    const TypeFamily from = child.shape.family;
    const TypeFamily to = parent.shape.family;
    if (from == to)
        return {};
    if (mayBeKeptAlike(from, to))
        return {KeyTypeFit::Declarable,
                QStringLiteral("SQLite takes any type; whether the values are kept alike only the "
                               "rows can tell")};
    return {KeyTypeFit::TypesDiffer,
            QStringLiteral("SQLite would take the key, but %1 and %2 only meet where the values "
                           "happen to look alike after the affinity %3 of the parent is applied")
                .arg(child.text, parent.text, affinityOf(parent.text))};
}

} // namespace cadastre
