// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Checks the tags themselves: twice, without a value, misspelt; and names of teams and conventions
// that nobody knows. What values mean is checked beside this file.
#include "model/notes/checks/comment_check_parts.h"
#include "model/notes/checks/near_names.h"

#include <QSet>

namespace cadastre {

namespace {

/// Tags of other tools that are one letter from one of ours, or might be.
bool isForeignTag(const QString& name)
{
    static const QSet<QString> foreign{
        QStringLiteral("name"),     QStringLiteral("ref"),        QStringLiteral("type"),
        QStringLiteral("value"),    QStringLiteral("enum"),       QStringLiteral("unique"),
        QStringLiteral("omit"),     QStringLiteral("notNull"),    QStringLiteral("behavior"),
        QStringLiteral("sortable"), QStringLiteral("filterable"), QStringLiteral("param"),
        QStringLiteral("return"),   QStringLiteral("returns")};
    return foreign.contains(name);
}

/// The tag that was meant; null when none is near.
const NoteTag* nearestTag(const QString& name)
{
    if (isForeignTag(name))
        return nullptr;
    for (const NoteTag& tag : knownNoteTags()) {
        if (tag.name.compare(name, Qt::CaseInsensitive) == 0)
            return &tag;
    }
    if (name.size() < 3)
        return nullptr;
    for (const NoteTag& tag : knownNoteTags()) {
        const QString known(tag.name);
        if (known.size() >= 4 && editDistance(known, name.toLower(), 1) == 1)
            return &tag;
    }
    return nullptr;
}

QString quotedValue(const QString& value)
{
    return QString(QLatin1Char('`') + value + QLatin1Char('`'));
}

/// The name that was probably meant, of those that exist; empty for none.
QString nearestName(const QString& written, const QStringList& names)
{
    for (const QString& name : names) {
        if (name.compare(written, Qt::CaseInsensitive) == 0)
            return name;
    }
    QString best;
    int bestDistance = written.size() > 4 ? 3 : 2;
    for (const QString& name : names) {
        const int distance = editDistance(name.toCaseFolded(), written.toCaseFolded(), 2);
        if (distance < bestDistance) {
            best = name;
            bestDistance = distance;
        }
    }
    return best;
}

QStringList ownersOf(const Boundaries& boundaries)
{
    QStringList owners;
    for (const auto& [name, boundary] : boundaries.entries) {
        owners << name;
        if (!boundary.owner.isEmpty())
            owners << boundary.owner;
    }
    owners.removeDuplicates();
    return owners;
}

} // namespace

void checkTags(const CommentCheckFacts&, const CheckedComment& comment, CommentProblems& problems)
{
    QStringList seen;
    for (const TagLine& note : comment.parts.notes) {
        const NoteTag* tag = noteTag(note.name);
        if (tag == nullptr) {
            if (const NoteTag* meant = nearestTag(note.name))
                problems.add(CommentProblemKind::MisspeltTag, comment.object,
                             QStringLiteral("`@%1` is no tag; `@%2` is.")
                                 .arg(note.name, QString(meant->name)),
                             QString(QLatin1Char('@') + meant->name + QLatin1Char(' ') + note.value)
                                 .trimmed());
            continue;
        }
        if (tag->once && seen.contains(note.name))
            problems.add(
                CommentProblemKind::TagTwice, comment.object,
                QStringLiteral("`@%1` stands twice; only the first one counts.").arg(note.name));
        seen << note.name;
        if (tag->needsValue && note.value.isEmpty())
            problems.add(CommentProblemKind::TagWithoutValue, comment.object,
                         QStringLiteral("`@%1` has no value, so it says nothing.").arg(note.name));
    }
}

void checkNamesOfPeople(const CommentCheckFacts& facts, const CheckedComment& comment,
                        CommentProblems& problems)
{
    const Conventions& conventions = facts.input().conventions;
    const Boundaries& boundaries = facts.input().boundaries;
    for (const TagLine& note : comment.parts.notes) {
        if (note.value.isEmpty())
            continue;
        if (note.name == QLatin1String("convention") && !conventions.empty() &&
            !conventions.contains(note.value)) {
            QStringList names;
            for (const auto& [name, convention] : conventions)
                names << name;
            const QString meant = nearestName(note.value, names);
            problems.add(CommentProblemKind::ConventionUnknown, comment.object,
                         QStringLiteral("The convention %1 is not among those of the workspace.")
                             .arg(quotedValue(note.value)),
                         meant.isEmpty() ? meant : QString(QStringLiteral("@convention ") + meant));
        }
        if (note.name == QLatin1String("owner") && !boundaries.entries.empty()) {
            const QStringList owners = ownersOf(boundaries);
            const QString written = note.value.simplified();
            if (owners.contains(written, Qt::CaseInsensitive))
                continue;
            const QString meant = nearestName(written, owners);
            problems.add(CommentProblemKind::OwnerUnknown, comment.object,
                         QStringLiteral("No boundary and no owner is called %1.")
                             .arg(quotedValue(note.value)),
                         meant.isEmpty() ? meant : QString(QStringLiteral("@owner ") + meant));
        }
    }
}

} // namespace cadastre
