// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The key type lens: what identifies a row: a number, a uuid, a text, several columns, or nothing.
#include "diagram/lens.h"

#include <array>

namespace cadastre {

namespace {

enum class KeyType : std::uint8_t { Number, Uuid, Text, Other, Composite, None, NotApplicable };

struct KeyTypeLook
{
    Ink fill;
    QString badge;
    QString legend;
};

KeyTypeLook look(KeyType type)
{
    switch (type) {
    case KeyType::Number:
        return {categoryInk(0), QStringLiteral("123"), QStringLiteral("number")};
    case KeyType::Uuid:
        return {categoryInk(1), QStringLiteral("uuid"), QStringLiteral("uuid")};
    case KeyType::Text:
        return {categoryInk(2), QStringLiteral("abc"), QStringLiteral("text")};
    case KeyType::Other:
        return {categoryInk(5), QStringLiteral("other"), QStringLiteral("another type")};
    case KeyType::Composite:
        return {categoryInk(4), QStringLiteral("a+b"), QStringLiteral("several columns")};
    case KeyType::None:
        return {categoryInk(3), QStringLiteral("no key"), QStringLiteral("no primary key")};
    case KeyType::NotApplicable:
        return {Ink::Header, {}, QStringLiteral("view")};
    }
    Q_UNREACHABLE();
}

bool containsAny(const QString& text, std::initializer_list<QLatin1String> words)
{
    return std::any_of(words.begin(), words.end(), [&](QLatin1String word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

KeyType keyTypeOf(const Catalog& catalog, TableId table)
{
    if (isView(catalog.table(table)))
        return KeyType::NotApplicable;
    const Constraint* key = catalog.primaryKeyOf(table);
    if (!key)
        return KeyType::None;
    if (key->columns.size() != 1)
        return KeyType::Composite;
    const QString& type = catalog.column(key->columns.front()).type;
    if (containsAny(type, {QLatin1String("uuid"), QLatin1String("uniqueidentifier")}))
        return KeyType::Uuid;
    if (containsAny(type, {QLatin1String("int"), QLatin1String("serial"), QLatin1String("num"),
                           QLatin1String("dec")}))
        return KeyType::Number;
    if (containsAny(type, {QLatin1String("char"), QLatin1String("text"), QLatin1String("clob")}))
        return KeyType::Text;
    return KeyType::Other;
}

LensResult applyKeyType(const DiagramGraph& graph)
{
    LensResult result;
    std::array<bool, 7> seen{};
    for (const DiagramNode& node : graph.nodes) {
        const KeyType type = keyTypeOf(*graph.catalog, node.table);
        const KeyTypeLook typeLook = look(type);
        result.marks.push_back({typeLook.fill, typeLook.badge});
        seen[static_cast<std::size_t>(type)] = true;
    }
    for (std::size_t type = 0; type < seen.size(); ++type) {
        const KeyTypeLook typeLook = look(static_cast<KeyType>(type));
        if (seen[type])
            result.legend.push_back({typeLook.fill, typeLook.legend});
    }
    return result;
}

} // namespace

Lens keyTypeLens()
{
    return {QStringLiteral("key-type"), QStringLiteral("Key type"), applyKeyType};
}

} // namespace cadastre
