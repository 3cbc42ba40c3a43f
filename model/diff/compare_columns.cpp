// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Columns: what another type, default or NOT NULL means for who reads and writes them.
#include "model/diff/comparison.h"
#include "model/diff/default_text.h"
#include "model/diff/type_change.h"

#include <algorithm>

namespace cadastre {

namespace {

QString generatedWords(const Column& column)
{
    switch (column.generated) {
    case Generated::No:
        return {};
    case Generated::Stored:
        return QStringLiteral("stored");
    case Generated::Virtual:
        return QStringLiteral("virtual");
    }
    Q_UNREACHABLE();
}

QString identityWords(const Column& column)
{
    switch (column.columnIdentity) {
    case Identity::No:
        return {};
    case Identity::Always:
        return QStringLiteral("always");
    case Identity::ByDefault:
        return QStringLiteral("by default");
    case Identity::AutoIncrement:
        return QStringLiteral("auto increment");
    }
    Q_UNREACHABLE();
}

/// A user type of another name is the same type where the two are a pair.
bool isSameUserType(const Comparison& all, const Column& old, const Column& now)
{
    if (!old.userType || !now.userType)
        return false;
    const auto counterpart = all.pairing.afterOf(*old.userType);
    const QString array = QStringLiteral("[]");
    return counterpart && *counterpart == ObjectRef(*now.userType) &&
           old.type.endsWith(array) == now.type.endsWith(array);
}

void compareType(const Comparison& all, ColumnId before, const Column& old, const Column& now,
                 PropertyList& list)
{
    if (isSameUserType(all, old, now))
        return;
    const Engine engineBefore = all.before.source(all.before.sourceOf(ObjectRef(before))).engine;
    const auto source = all.pairing.afterOf(all.before.sourceOf(ObjectRef(before)));
    const Engine engineAfter = source ? all.after.source({source->index}).engine : engineBefore;
    const QString property = QStringLiteral("type");
    switch (typeChange(engineBefore, old.type, engineAfter, now.type)) {
    case TypeChange::Same:
        return;
    case TypeChange::Spelled:
        return list.text(
            DifferenceArea::Columns, property, old.type, now.type, ChangeSeverity::Harmless,
            QT_TRANSLATE_NOOP("cadastre::Difference", "only another name of the same type"));
    case TypeChange::Widened:
        return list.text(
            DifferenceArea::Columns, property, old.type, now.type, ChangeSeverity::Notable,
            QT_TRANSLATE_NOOP("cadastre::Difference", "wider: readers may get larger values"));
    case TypeChange::Narrowed:
        return list.text(
            DifferenceArea::Columns, property, old.type, now.type, ChangeSeverity::Breaking,
            QT_TRANSLATE_NOOP("cadastre::Difference", "narrower: values that fitted may not fit"));
    case TypeChange::Changed:
        return list.text(DifferenceArea::Columns, property, old.type, now.type,
                         ChangeSeverity::Breaking,
                         QT_TRANSLATE_NOOP("cadastre::Difference", "values of another kind"));
    }
}

bool isInPrimaryKey(const Catalog& catalog, ColumnId id)
{
    const Constraint* key = catalog.primaryKeyOf(catalog.column(id).table);
    return key != nullptr && std::ranges::find(key->columns, id) != key->columns.end();
}

void compareNullable(const Comparison& all, ColumnId before, ColumnId after, PropertyList& list)
{
    bool old = all.before.column(before).nullable;
    bool now = all.after.column(after).nullable;
    if (!all.pairing.speakTheSame(before)) { // SQLite does not say it of keys
        old = old && !isInPrimaryKey(all.before, before);
        now = now && !isInPrimaryKey(all.after, after);
    }
    const auto word = [](bool nullable) {
        return nullable ? QStringLiteral("yes") : QStringLiteral("no");
    };
    list.text(DifferenceArea::Columns, QStringLiteral("nullable"), word(old), word(now),
              now ? ChangeSeverity::Notable : ChangeSeverity::Breaking,
              now ? QT_TRANSLATE_NOOP("cadastre::Difference",
                                      "readers that relied on a value may get none")
                  : QT_TRANSLATE_NOOP("cadastre::Difference",
                                      "writers that leave it out or write NULL are refused"));
}

void compareDefault(const Comparison& all, ColumnId before, const Column& old, const Column& now,
                    PropertyList& list)
{
    const QString oldText =
        all.pairing.withNewSchemaNames(old.defaultExpression.value_or(QString()));
    const QString newText = now.defaultExpression.value_or(QString());
    if (oldText == newText)
        return;
    if (!all.pairing.speakTheSame(before) && meansTheSameDefault(oldText, newText))
        return;
    const bool isMissed = newText.isEmpty() && !now.nullable &&
                          now.columnIdentity == Identity::No && now.generated == Generated::No;
    list.text(DifferenceArea::Columns, QStringLiteral("default"),
              old.defaultExpression.value_or(QString()), newText,
              isMissed ? ChangeSeverity::Breaking : ChangeSeverity::Notable,
              isMissed ? QT_TRANSLATE_NOOP("cadastre::Difference",
                                           "writers that leave it out are refused")
                       : "");
}

void compareGenerated(const Comparison& all, ColumnId before, const Column& old, const Column& now,
                      PropertyList& list)
{
    const auto area = DifferenceArea::Columns;
    const bool wasComputed = old.generated != Generated::No;
    const bool isComputed = now.generated != Generated::No;
    list.text(area, QStringLiteral("generated"), generatedWords(old), generatedWords(now),
              isComputed && !wasComputed ? ChangeSeverity::Breaking : ChangeSeverity::Notable,
              isComputed && !wasComputed
                  ? QT_TRANSLATE_NOOP("cadastre::Difference", "writers cannot set it any more")
                  : "");
    if (!all.pairing.speakTheSame(before))
        return;
    if (all.pairing.withNewSchemaNames(old.generationExpression) != now.generationExpression)
        list.statement(area, QStringLiteral("expression"), old.generationExpression,
                       now.generationExpression, ChangeSeverity::Notable,
                       QT_TRANSLATE_NOOP("cadastre::Difference", "readers get other values"));
    list.text(area, QStringLiteral("identity"), identityWords(old), identityWords(now));
    list.flag(area, QStringLiteral("hidden"), old.hidden, now.hidden);
    list.text(area, QStringLiteral("collation"), old.collation, now.collation,
              ChangeSeverity::Notable,
              QT_TRANSLATE_NOOP("cadastre::Difference", "text may sort and compare differently"));
    list.text(area, QStringLiteral("character set"), old.characterSet, now.characterSet);
}

} // namespace

void compareColumns(const Comparison& all, ColumnId before, ColumnId after, PropertyList& list)
{
    const Column& old = all.before.column(before);
    const Column& now = all.after.column(after);
    compareType(all, before, old, now, list);
    compareNullable(all, before, after, list);
    compareDefault(all, before, old, now, list);
    compareGenerated(all, before, old, now, list);
    compareBase(all, before, after, DifferenceArea::Columns, list);
}

QString columnText(const Column& column)
{
    QString text = column.type;
    if (!column.nullable)
        text += QStringLiteral(" NOT NULL");
    if (column.defaultExpression)
        text += QString(QStringLiteral(" DEFAULT ") + *column.defaultExpression);
    if (column.generated != Generated::No)
        text += QStringLiteral(" GENERATED (%1) %2")
                    .arg(column.generationExpression, generatedWords(column));
    if (column.columnIdentity != Identity::No)
        text += QStringLiteral(", identity %1").arg(identityWords(column));
    return text.trimmed();
}

} // namespace cadastre
