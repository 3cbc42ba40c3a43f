// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words of a difference, and how much of it there is.
#include "model/diff/difference.h"

#include <algorithm>

namespace cadastre {

DifferenceCounts CatalogDifference::counts() const
{
    DifferenceCounts counts;
    for (const ObjectChange& change : changes) {
        counts.added += change.sign == ChangeSign::Added ? 1 : 0;
        counts.removed += change.sign == ChangeSign::Removed ? 1 : 0;
        counts.altered += change.sign == ChangeSign::Altered ? 1 : 0;
    }
    return counts;
}

int CatalogDifference::countOf(ChangeSeverity severity) const
{
    return static_cast<int>(std::ranges::count(changes, severity, &ObjectChange::severity));
}

QString changeSeverityName(ChangeSeverity severity)
{
    switch (severity) {
    case ChangeSeverity::Harmless:
        return QStringLiteral("harmless");
    case ChangeSeverity::Notable:
        return QStringLiteral("notable");
    case ChangeSeverity::Breaking:
        return QStringLiteral("breaking");
    }
    Q_UNREACHABLE();
}

QString changeSignName(ChangeSign sign)
{
    switch (sign) {
    case ChangeSign::Added:
        return QStringLiteral("added");
    case ChangeSign::Removed:
        return QStringLiteral("removed");
    case ChangeSign::Altered:
        return QStringLiteral("altered");
    }
    Q_UNREACHABLE();
}

QString changeSignText(ChangeSign sign)
{
    switch (sign) {
    case ChangeSign::Added:
        return QStringLiteral("+");
    case ChangeSign::Removed:
        return QStringLiteral("-");
    case ChangeSign::Altered:
        return QStringLiteral("~");
    }
    Q_UNREACHABLE();
}

QString renameReasonText(MatchReason reason, ObjectKind kind)
{
    if (reason == MatchReason::Identity)
        return QStringLiteral(
            QT_TRANSLATE_NOOP("cadastre::Difference", "to the server it is the same object"));
    if (kind == ObjectKind::Table)
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::Difference",
                                                "proposed: most columns are called the same"));
    if (kind == ObjectKind::Column)
        return QStringLiteral(
            QT_TRANSLATE_NOOP("cadastre::Difference", "proposed: same place and type"));
    return QStringLiteral(
        QT_TRANSLATE_NOOP("cadastre::Difference", "proposed: the same but for the name"));
}

QString countsText(const DifferenceCounts& counts)
{
    QStringList parts;
    const auto add = [&parts](int count, const char* word) {
        if (count > 0)
            parts << QStringLiteral("%1 %2").arg(count).arg(QLatin1String(word));
    };
    add(counts.added, "added");
    add(counts.removed, "removed");
    add(counts.altered, "altered");
    return parts.isEmpty() ? QStringLiteral("nothing changed") : parts.join(QStringLiteral(", "));
}

} // namespace cadastre
