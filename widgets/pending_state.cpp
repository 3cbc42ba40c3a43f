// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/pending_state.h"

#include "model/notes/create_text.h"
#include "model/notes/sensitive_text.h"
#include "widgets/object_icons.h"

#include <QCoreApplication>

namespace cadastre {

namespace {

struct PendingTexts
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::PendingTexts)
};

/// Of what is gone: its key without source, as keys write it.
QString nameFromKey(const ObjectKey& key)
{
    QStringList parts;
    for (const QString& part : key.parts)
        parts << quotedKeyPart(part);
    QString name = parts.join(QLatin1Char('.'));
    if (key.kind == KeyKind::Routine)
        name += QLatin1Char('(') % key.arguments % QLatin1Char(')');
    return name;
}

bool standsBelowTable(KeyKind kind)
{
    return kind == KeyKind::Column || kind == KeyKind::Constraint || kind == KeyKind::Index ||
           kind == KeyKind::Trigger || kind == KeyKind::Policy || kind == KeyKind::Rule;
}

void setGroup(PendingRow& row, const Catalog& catalog)
{
    const ObjectKey& key = row.edit.key;
    row.group = row.name;
    row.groupObject = row.object;
    if (!standsBelowTable(key.kind) || key.parts.size() < 3)
        return;
    ObjectKey table{key.source, KeyKind::Table, key.parts.mid(0, 2), {}};
    row.group = nameFromKey(table);
    row.groupObject.reset();
    for (const KeyKind kind :
         {KeyKind::Table, KeyKind::View, KeyKind::MaterializedView, KeyKind::ForeignTable}) {
        table.kind = kind;
        if (const auto object = catalog.find(table)) {
            row.group = catalog.displayName(*object);
            row.groupObject = object;
            return;
        }
    }
}

bool isUnsettled(const CommentWrite& write)
{
    return write.outcome != WriteOutcome::Written && write.outcome != WriteOutcome::Unchanged;
}

QString resultSentence(const CommentWrite& write)
{
    QString text = PendingTexts::tr("Sent last: %1.").arg(writeOutcomeName(write.outcome));
    if (!write.reason.isEmpty())
        text += QLatin1Char(' ') % write.reason;
    if (!write.whoCould.isEmpty())
        text += QLatin1Char(' ') % PendingTexts::tr("Who could do this: %1.").arg(write.whoCould);
    return text;
}

QString stateSentence(const PendingRow& row)
{
    switch (row.state) {
    case StageState::Changed:
        return PendingTexts::tr("Changed underneath: somebody else wrote another comment since "
                                "this edit began. Solve the conflict first.");
    case StageState::Replaced:
        return PendingTexts::tr("Replaced: another object has this name now. Discard the edit, or "
                                "solve the conflict after reading the new object.");
    case StageState::Gone:
        return PendingTexts::tr("Gone: there is no such object any more. The text stays here until "
                                "it is discarded.");
    case StageState::Settled:
        return PendingTexts::tr("The database holds this text already.");
    case StageState::Current:
        return {};
    }
    Q_UNREACHABLE();
}

QString sensitiveSentence(const QString& text)
{
    QStringList kinds;
    for (const SensitivePart& part : sensitivePartsOf(text)) {
        if (!kinds.contains(part.kind))
            kinds << part.kind;
    }
    if (kinds.isEmpty())
        return {};
    return PendingTexts::tr("Looks like a secret or personal data (%1). Everybody who can connect "
                            "may read a comment.")
        .arg(kinds.join(QStringLiteral(", ")));
}

} // namespace

bool isInConflict(const PendingRow& row)
{
    return row.state == StageState::Changed || row.state == StageState::Replaced ||
           (row.result && row.result->outcome == WriteOutcome::Conflict && row.result->theirs);
}

bool replacesCreateText(const PendingRow& row)
{
    return row.edit.before.isEmpty() && !row.inCreateText.isEmpty();
}

QString seenBefore(const PendingRow& row)
{
    return replacesCreateText(row) ? row.inCreateText : row.edit.before;
}

QString theirsOf(const PendingRow& row)
{
    if (row.result && row.result->outcome == WriteOutcome::Conflict && row.result->theirs)
        return *row.result->theirs;
    return row.theirs;
}

bool canBeSent(const PendingRow& row)
{
    return !isInConflict(row) && row.state != StageState::Gone &&
           !(row.planned && !row.planned->refusal.isEmpty() && !needsCopy(row));
}

bool needsCopy(const PendingRow& row)
{
    return row.planned && row.planned->needsCopy;
}

QString pendingSign(const PendingRow& row)
{
    if (row.state == StageState::Gone)
        return PendingTexts::tr("gone");
    if (row.state == StageState::Replaced)
        return PendingTexts::tr("replaced");
    if (isInConflict(row))
        return PendingTexts::tr("conflict");
    if (needsCopy(row))
        return PendingTexts::tr("needs a copy of the table");
    if (row.planned && !row.planned->refusal.isEmpty())
        return PendingTexts::tr("refused");
    if (row.result && isUnsettled(*row.result))
        return writeOutcomeName(row.result->outcome);
    if (row.state == StageState::Settled)
        return PendingTexts::tr("there already");
    if (row.fromEarlier)
        return PendingTexts::tr("from earlier");
    if (row.edit.after.isEmpty())
        return PendingTexts::tr("removed");
    if (replacesCreateText(row))
        return PendingTexts::tr("replaces the words of the CREATE text");
    return row.edit.before.isEmpty() ? PendingTexts::tr("new") : PendingTexts::tr("changed");
}

QStringList pendingSentences(const PendingRow& row)
{
    QStringList sentences;
    const auto add = [&](const QString& sentence) {
        if (!sentence.isEmpty() && !sentences.contains(sentence))
            sentences << sentence;
    };
    add(stateSentence(row));
    if (row.planned && !row.planned->refusal.isEmpty())
        add((needsCopy(row) ? PendingTexts::tr("Needs a copy of the table: %1")
                            : PendingTexts::tr("Cannot be sent: %1"))
                .arg(row.planned->refusal));
    if (row.result && isUnsettled(*row.result))
        add(resultSentence(*row.result));
    if (row.result && row.result->outcome == WriteOutcome::Refused && row.planned &&
        row.planned->place == CommentPlace::Sidecar)
        add(PendingTexts::tr("Another place for the comment file can be chosen under More."));
    if (row.fromEarlier)
        add(PendingTexts::tr("From earlier: staged before this start of Cadastre."));
    add(sensitiveSentence(row.edit.after));
    if (row.planned) {
        for (const QString& warning : row.planned->warnings)
            add(warning);
    }
    return sentences;
}

QString pendingPlace(const PendingRow& row)
{
    if (!row.planned)
        return {};
    switch (row.planned->place) {
    case CommentPlace::Database:
        return PendingTexts::tr("Goes into the catalog of the database.");
    case CommentPlace::Sidecar:
        return PendingTexts::tr("Goes into the comment file beside the database.");
    case CommentPlace::None:
        return PendingTexts::tr("Has no place to go as things are.");
    }
    Q_UNREACHABLE();
}

QString whyNotApplied(const PendingSource& source)
{
    if (source.readOnly)
        return PendingTexts::tr("%1 is marked as read only: nothing is written to it. Its comments "
                                "can be exported as a migration.")
            .arg(source.name);
    if (!source.canWrite)
        return PendingTexts::tr("%1 is a snapshot, which has no place for comments. They can be "
                                "exported as a migration.")
            .arg(source.name);
    return {};
}

int PendingState::count() const
{
    std::size_t count = 0;
    for (const PendingSource& source : sources)
        count += source.rows.size();
    return static_cast<int>(count);
}

QString pendingKeyName(const ObjectKey& key)
{
    const QString name = nameFromKey(key);
    return name.isEmpty() ? QString(keyKindName(key.kind) % QLatin1Char(' ') % key.source)
                          : QString(keyKindName(key.kind) % QLatin1Char(' ') % name);
}

PendingRow pendingRow(const CommentedCatalog& commented, const CommentEdit& edit)
{
    const Catalog& catalog = *commented.catalog();
    PendingRow row;
    row.edit = edit;
    row.object = catalog.find(edit.key);
    row.name = row.object ? catalog.displayName(*row.object) : nameFromKey(edit.key);
    row.kind = row.object ? objectKindText(catalog, *row.object) : keyKindName(edit.key.kind);
    setGroup(row, catalog);
    row.state = commented.state(edit);
    if (row.object)
        row.inCreateText = createTextComment(catalog.base(*row.object).comment);
    if (row.object && row.state != StageState::Current)
        row.theirs = storedComment(catalog.base(*row.object).comment);
    return row;
}

} // namespace cadastre
