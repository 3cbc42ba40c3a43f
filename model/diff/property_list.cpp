// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/diff/property_list.h"

namespace cadastre {

void PropertyList::text(DifferenceArea area, const QString& property, const QString& before,
                        const QString& after, ChangeSeverity severity, const char* note)
{
    if (before != after)
        m_changes.push_back({area, property, before, after, severity, QString::fromLatin1(note)});
}

void PropertyList::flag(DifferenceArea area, const QString& property, bool before, bool after,
                        ChangeSeverity set, ChangeSeverity unset)
{
    const auto word = [](bool value) {
        return value ? QStringLiteral("yes") : QStringLiteral("no");
    };
    text(area, property, word(before), word(after), after ? set : unset);
}

void PropertyList::statement(DifferenceArea area, const QString& property, const QString& before,
                             const QString& after, ChangeSeverity severity, const char* note)
{
    if (before.simplified() == after.simplified())
        text(area, property, before, after, ChangeSeverity::Harmless,
             QT_TRANSLATE_NOOP("cadastre::Difference", "only spaces differ"));
    else
        text(area, property, before, after, severity, note);
}

} // namespace cadastre
