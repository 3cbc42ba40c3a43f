// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Uses of objects as text, for the tests that compare them.
#pragma once

#include "model/boundaries/uses/uses.h"

#include <QStringList>

namespace cadastre::test {

inline QString actionLetters(Privileges actions)
{
    QString letters;
    const std::pair<Privilege, char> all[] = {{Privilege::Insert, 'i'},
                                              {Privilege::Update, 'u'},
                                              {Privilege::Delete, 'd'},
                                              {Privilege::Truncate, 't'}};
    for (const auto& [privilege, letter] : all) {
        if (actions.testFlag(privilege))
            letters += QLatin1Char(letter);
    }
    return letters;
}

/// "reads orders(id, total)", "writes log[i](what)?", "calls f"; `?`: columns not known, `*`: star.
inline QString useText(const Catalog& catalog, const ObjectUse& use)
{
    const char* const words[] = {"reads ", "writes ", "calls "};
    QString text = QLatin1String(words[int(use.kind)]) + catalog.base(use.used).name;
    if (use.kind == UseKind::Writes)
        text += QString(QLatin1Char('[') + actionLetters(use.actions) + QLatin1Char(']'));
    QStringList columns;
    for (ColumnId id : use.columns)
        columns << catalog.column(id).name;
    if (use.used.kind == ObjectKind::Table)
        text += QString(QLatin1Char('(') + columns.join(QLatin1Char(',')) + QLatin1Char(')'));
    if (use.used.kind == ObjectKind::Table && !use.columnsKnown)
        text += QLatin1Char('?');
    return use.star ? QString(text + QLatin1Char('*')) : text;
}

/// Of one object, sorted, and what is unknown of it.
inline QString usesText(const Catalog& catalog, const UseReading& reading, ObjectRef user)
{
    QStringList texts;
    for (int position : reading.usesOf(user))
        texts << useText(catalog, reading.uses[std::size_t(position)]);
    texts.sort();
    if (const UnknownUse* unknown = reading.unknownOf(user))
        texts << QString(QStringLiteral("unknown: ") + unknown->why);
    return texts.join(QLatin1String("; "));
}

} // namespace cadastre::test
