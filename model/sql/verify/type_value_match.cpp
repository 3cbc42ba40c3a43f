// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Compares words without case, separators, name space and plural; see the header.
#include "model/sql/verify/type_value_match.h"

#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

/// "spreeorder" never equals "order": only what stands behind the last separator of a name space
/// counts.
QString typeWord(const QString& value)
{
    static const QRegularExpression nameSpace(QStringLiteral("^.*(\\\\|::|/|\\.)"));
    QString word = QString(value).remove(nameSpace).toLower();
    word.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    if (word.endsWith(QLatin1String("ies")) && word.size() > 4)
        return QString(word.chopped(3) + QLatin1Char('y'));
    if (word.endsWith(QLatin1String("sses")) || word.endsWith(QLatin1String("xes")))
        return word.chopped(2);
    if (word.endsWith(QLatin1Char('s')) && !word.endsWith(QLatin1String("ss")))
        return word.chopped(1);
    return word;
}

/// The one free value of that word; empty when there is none or more than one.
QString onlyValueOf(const QString& word, const QStringList& free)
{
    QString found;
    for (const QString& value : free) {
        if (word.isEmpty() || typeWord(value) != word)
            continue;
        if (!found.isEmpty())
            return {};
        found = value;
    }
    return found;
}

} // namespace

Relationship withTypeValuesOfData(const Catalog& catalog, Relationship relationship,
                                  const QStringList& values)
{
    QStringList free = values;
    for (const RelationshipTarget& target : relationship.targets)
        free.removeAll(target.typeValue);
    for (RelationshipTarget& target : relationship.targets) {
        if (!target.isResolved() ||
            (!target.typeValue.isEmpty() && values.contains(target.typeValue)))
            continue;
        QString found = onlyValueOf(typeWord(target.typeValue), free);
        if (found.isEmpty())
            found = onlyValueOf(typeWord(catalog.table(target.table).name), free);
        if (found.isEmpty())
            continue;
        target.typeValue = found;
        free.removeAll(found);
    }
    return relationship;
}

} // namespace cadastre
