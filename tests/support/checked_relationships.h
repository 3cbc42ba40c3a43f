// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships for checks with data, written as text, and what a check said of them, as text:
//
//     orders.customer_id > customers.id
//     items(product_id, variant_no) > variants(product_id, variant_no)
//     notes.item_id by item_type: order > orders.id, voucher > ?
#pragma once

#include "model/sql/verify/verify.h"

#include <QDebug>
#include <QRegularExpression>

namespace cadastre::test {

class RelationshipText
{
public:
    static Relationship parse(const Catalog& catalog, const QString& text)
    {
        const RelationshipText parser(catalog);
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Inferred;
        relationship.confidence = 0.8;
        static const QRegularExpression polymorphic(QStringLiteral("^(.+) by (\\S+): (.+)$"));
        const QRegularExpressionMatch match = polymorphic.match(text);
        const QString child =
            match.hasMatch() ? match.captured(1) : text.section(QStringLiteral(" > "), 0, 0);
        relationship.childColumns = parser.columns(child);
        relationship.child = catalog.column(relationship.childColumns.front()).table;
        if (!match.hasMatch()) {
            relationship.targets = {parser.target(text.section(QStringLiteral(" > "), 1), {})};
            return relationship;
        }
        const QString table = catalog.displayName(relationship.child);
        relationship.typeColumn =
            parser.columns(QString(table + QLatin1Char('.') + match.captured(2))).front();
        for (const QString& part : match.captured(3).split(QStringLiteral(", "))) {
            const QString value = part.section(QStringLiteral(" > "), 0, 0);
            relationship.targets.push_back(
                parser.target(part.section(QStringLiteral(" > "), 1), value));
        }
        return relationship;
    }

private:
    explicit RelationshipText(const Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    RelationshipTarget target(const QString& text, const QString& typeValue) const
    {
        RelationshipTarget target;
        target.typeValue = typeValue;
        if (text == QStringLiteral("?"))
            return target;
        target.columns = columns(text);
        target.table = m_catalog.column(target.columns.front()).table;
        return target;
    }

    std::vector<ColumnId> columns(const QString& text) const
    {
        QStringList names{text};
        if (text.endsWith(QLatin1Char(')'))) {
            const QString table = text.section(QLatin1Char('('), 0, 0);
            names.clear();
            for (const QString& column :
                 text.section(QLatin1Char('('), 1).chopped(1).split(QStringLiteral(", ")))
                names << QString(table + QLatin1Char('.') + column);
        }
        std::vector<ColumnId> ids;
        for (const QString& name : names) {
            const Result<ObjectRef> found = m_catalog.resolve(name);
            if (!found || found->kind != ObjectKind::Column)
                qFatal("no column %s", qPrintable(name));
            ids.push_back(ColumnId{found->index});
        }
        return ids;
    }

    const Catalog& m_catalog;
};

/// "1502 rows whole; 0 nulls; 1495 of 1502 found, orphans 9001 9002; sentinels 0:3".
inline QString verificationText(const Verification& verification)
{
    if (verification.hasFailed())
        return QString(QStringLiteral("failed: ") + verification.failure);
    QStringList parts{
        QStringLiteral("%1 rows %2")
            .arg(verification.sampledRows)
            .arg(verification.complete ? QStringLiteral("whole") : QStringLiteral("sampled"))};
    if (verification.nulls > 0)
        parts << QStringLiteral("%1 nulls").arg(verification.nulls);
    for (const TargetVerification& target : verification.targets) {
        QString text = target.typeValue.isEmpty()
                           ? QString()
                           : QString(target.typeValue + QStringLiteral(": "));
        text += QStringLiteral("%1 of %2").arg(target.found).arg(target.rows);
        if (!target.hasTable)
            text += QStringLiteral(" (no table)");
        if (!target.orphanExamples.isEmpty())
            text += QStringLiteral(" (") + target.orphanExamples.join(QLatin1Char(' ')) +
                    QLatin1Char(')');
        parts << text;
    }
    QStringList sentinels;
    for (const SentinelCount& sentinel : verification.sentinels)
        sentinels << QStringLiteral("'%1' %2").arg(sentinel.value).arg(sentinel.rows);
    if (!sentinels.isEmpty())
        parts << QString(QStringLiteral("sentinels ") + sentinels.join(QStringLiteral(", ")));
    return parts.join(QStringLiteral("; "));
}

struct CheckedDatabase
{
    std::shared_ptr<const Catalog> catalog;
    DatabaseAddress address;
    QString password;

    static CheckedDatabase read(const QString& url, const QString& password = {},
                                const ReadOptions& options = {})
    {
        const Result<DatabaseAddress> address = parseDatabaseAddress(url);
        if (!address)
            qFatal("%s", qPrintable(address.error().message));
        ReadControl control;
        const Result<ReadResult> read = readSource(*address, password, options, control);
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return {std::make_shared<const Catalog>(mergeSources({read->catalog})), *address, password};
    }

    [[nodiscard]] VerifyRequest request(const QStringList& relationships,
                                        const VerifyOptions& options = {}) const
    {
        VerifyRequest request{catalog, {}, options, {}};
        for (const QString& text : relationships)
            request.relationships.push_back(RelationshipText::parse(*catalog, text));
        return request;
    }

    /// One text per relationship, or the error's sentence.
    [[nodiscard]] QStringList verify(const QStringList& relationships,
                                     const VerifyOptions& options = {}) const
    {
        ReadControl control;
        const auto result =
            verifyRelationships(address, password, request(relationships, options), control);
        if (!result)
            return {QString(QStringLiteral("error: ") + result.error().message)};
        QStringList texts;
        for (const Verification& verification : *result)
            texts << verificationText(verification);
        return texts;
    }

    [[nodiscard]] QString verify(const char* relationship, const VerifyOptions& options = {}) const
    {
        return verify(QStringList{QString::fromUtf8(relationship)}, options).first();
    }
};

} // namespace cadastre::test
