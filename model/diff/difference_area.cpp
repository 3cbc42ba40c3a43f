// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/diff/difference_area.h"

#include <array>

namespace cadastre {

namespace {

constexpr std::array areaNames{
    QT_TRANSLATE_NOOP("cadastre::Difference", "databases"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "schemas"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "tables"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "columns"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "order"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "constraints"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "indexes"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "views"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "triggers"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "routines"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "types"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "sequences"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "roles"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "grants"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "policies"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "owners"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "comments"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "others"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "statistics"),
    QT_TRANSLATE_NOOP("cadastre::Difference", "versions"),
};

DifferenceArea areaAt(std::size_t index)
{
    return static_cast<DifferenceArea>(1U << index);
}

} // namespace

DifferenceAreas usualDifferenceAreas()
{
    DifferenceAreas areas;
    for (std::size_t i = 0; i < areaNames.size(); ++i)
        areas |= areaAt(i);
    areas &= ~DifferenceAreas(DifferenceArea::Statistics);
    areas &= ~DifferenceAreas(DifferenceArea::Versions);
    return areas;
}

QString differenceAreaName(DifferenceArea area)
{
    for (std::size_t i = 0; i < areaNames.size(); ++i) {
        if (areaAt(i) == area)
            return QString::fromLatin1(areaNames[i]);
    }
    Q_UNREACHABLE();
}

QStringList differenceAreaNames()
{
    QStringList names;
    for (const char* name : areaNames)
        names << QString::fromLatin1(name);
    return names;
}

Result<DifferenceAreas> differenceAreas(const QString& words)
{
    DifferenceAreas areas;
    for (const QString& word : words.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const qsizetype index = differenceAreaNames().indexOf(word.trimmed().toLower());
        if (index < 0)
            return Error{QStringLiteral("\"%1\" is nothing that can be compared: choose among %2.")
                             .arg(word.trimmed(), differenceAreaNames().join(QStringLiteral(", "))),
                         {}};
        areas |= areaAt(static_cast<std::size_t>(index));
    }
    if (!areas)
        return Error{QStringLiteral("Name what is to be compared: %1.")
                         .arg(differenceAreaNames().join(QStringLiteral(", "))),
                     {}};
    return areas;
}

DifferenceArea differenceAreaOf(CatalogKind kind)
{
    switch (kind) {
    case CatalogKind::Sequences:
        return DifferenceArea::Sequences;
    case CatalogKind::Policies:
        return DifferenceArea::Policies;
    default:
        return DifferenceArea::Others;
    }
}

} // namespace cadastre
