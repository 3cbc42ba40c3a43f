// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A difference as Markdown: what breaks first.
#include "model/export/difference_formats.h"
#include "model/export/document.h"

namespace cadastre {

namespace {

QString objectCell(const ObjectChange& change)
{
    QString text = QString(change.kindName + QLatin1Char(' ') + change.name);
    if (change.isRenamed())
        text += QStringLiteral(" (was %1; %2)")
                    .arg(change.keyBefore.parts.last(),
                         renameReasonText(*change.renameReason, change.kind));
    return text;
}

DocumentText cell(const QString& text)
{
    return {text, {}};
}

using Rows = std::vector<std::vector<DocumentText>>;

void addRows(const ObjectChange& change, Rows& rows)
{
    const QString sign =
        QStringLiteral("%1 %2").arg(changeSignText(change.sign), changeSignName(change.sign));
    const bool isWhole = change.sign != ChangeSign::Altered;
    if (isWhole || change.isRenamed())
        rows.push_back({cell(sign), cell(objectCell(change)),
                        cell(isWhole ? QString() : QStringLiteral("name")),
                        cell(change.sign == ChangeSign::Added ? QString()
                             : isWhole                        ? change.summary
                                                              : change.keyBefore.parts.last()),
                        cell(change.sign == ChangeSign::Removed ? QString()
                             : isWhole                          ? change.summary
                                                                : change.key.parts.last()),
                        cell(change.note)});
    if (isWhole)
        return;
    for (const PropertyChange& property : change.properties)
        rows.push_back({cell(sign), cell(objectCell(change)), cell(property.property),
                        cell(property.before), cell(property.after), cell(property.note)});
}

void addSeverity(const CatalogDifference& difference, ChangeSeverity severity, const QString& title,
                 Document& document)
{
    Rows rows;
    for (const ObjectChange& change : difference.changes) {
        if (change.severity == severity)
            addRows(change, rows);
    }
    if (rows.empty())
        return;
    document.heading(2, title);
    document.table({QString(), QStringLiteral("Object"), QStringLiteral("Property"),
                    QStringLiteral("Before"), QStringLiteral("After"),
                    QStringLiteral("What it means")},
                   std::move(rows));
}

void addRelationships(const CatalogDifference& difference, Document& document)
{
    if (difference.relationships.empty())
        return;
    document.heading(2, QStringLiteral("Declared relationships"));
    std::vector<DocumentText> items;
    for (const RelationshipChange& one : difference.relationships)
        items.push_back(cell(QStringLiteral("%1: %2 → %3")
                                 .arg(one.added ? QStringLiteral("came") : QStringLiteral("went"),
                                      one.child, one.parent)));
    document.list(std::move(items));
}

void addNotCompared(const CatalogDifference& difference, Document& document)
{
    if (difference.notCompared.empty())
        return;
    document.heading(2, QStringLiteral("Not compared"));
    std::vector<DocumentText> items;
    for (const NotCompared& one : difference.notCompared)
        items.push_back(cell(QStringLiteral("%1: %2").arg(one.what, one.reason)));
    document.list(std::move(items));
}

} // namespace

QByteArray differenceMarkdown(const CatalogDifference& difference, const DifferenceSides& sides)
{
    Document document;
    document.heading(1, QStringLiteral("What changed"));
    document.paragraph(QStringLiteral("From %1 to %2: %3.")
                           .arg(sides.before, sides.after, countsText(difference.counts())));
    addSeverity(difference, ChangeSeverity::Breaking, QStringLiteral("Breaking"), document);
    addSeverity(difference, ChangeSeverity::Notable, QStringLiteral("Worth a look"), document);
    addSeverity(difference, ChangeSeverity::Harmless, QStringLiteral("Harmless"), document);
    addRelationships(difference, document);
    addNotCompared(difference, document);
    return markdownOf(document);
}

} // namespace cadastre
