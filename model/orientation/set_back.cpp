// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What sets a table back, by its kind, family and name. A name never decides against use: what
// several tables refer to or views read is no temporary table, whatever it is called.
#include "model/catalog/table_families.h"
#include "model/orientation/importance_parts.h"
#include "model/relations/names/word_roles.h"
#include "model/search/words.h"
#include "model/worklist/name_hints.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int usesAgainstName = 3; ///< dependents that say more than the name

QSet<QString> importanceWords(const char* words)
{
    const QStringList list = QString::fromLatin1(words).split(QLatin1Char(' '));
    return {list.begin(), list.end()};
}

bool saysLeftOver(const QString& name)
{
    const auto promise = tableNameHint(name).promise;
    return promise && *promise != TablePromise::New;
}

/// Holds no more than what it ties together.
bool tiesOnly(const Catalog& catalog, TableId table, const TableImportance& figures)
{
    if (figures.pointsAt < 2 || figures.referencedBy > 1)
        return false;
    const Constraint* key = catalog.primaryKeyOf(table);
    const bool isKeyedByEnds = key != nullptr && key->columns.size() > 1;
    return figures.ownColumns == 0 || (figures.ownColumns == 1 && isKeyedByEnds);
}

} // namespace

bool isLikely(const Relationship& relationship, double minimumConfidence)
{
    return relationship.origin != RelationshipOrigin::Rejected &&
           (relationship.origin != RelationshipOrigin::Inferred ||
            relationship.confidence >= minimumConfidence);
}

std::vector<bool> copiedTables(const Catalog& catalog)
{
    std::vector<bool> copied(catalog.objects().tables.size());
    for (const TableFamily& family : tableFamilies(catalog)) {
        for (const FamilyMember& member : family.members)
            copied[member.table.index] = true;
    }
    return copied;
}

bool isAuditColumnName(const QString& name)
{
    static const QSet<QString> glued = importanceWords(
        "createdby updatedby modifiedby changedby deletedby createdat updatedat created updated "
        "deletedat lastmodified lockversion version isactive isdeleted createdon updatedon "
        "createddate updateddate modifieddate lastupdated rowguid rowversion editsin");
    static const QSet<QString> behind = importanceWords("at on by date time user id");
    static const QSet<QString> touched =
        importanceWords("created updated modified deleted changed creation modification inserted "
                        "edited voided retired");
    if (glued.contains(compactName(name)))
        return true;
    const QStringList words = nameWords(name);
    if (words.size() < 2)
        return false;
    if (words.last() == QLatin1String("by"))
        return wordRoles(words[words.size() - 2]).testFlag(WordRole::Action);
    return std::ranges::any_of(words,
                               [&](const QString& word) { return touched.contains(word); }) &&
           (behind.contains(words.last()) || touched.contains(words.last()));
}

bool isLogName(const QString& name)
{
    static const QSet<QString> anywhere = importanceWords(
        "log logs logging audit audits history histories historic hist archive archives archived "
        "trash journal migrations schemamigrations changelog databasechangelog "
        "databasechangeloglock flyway liquibase alembic qrtz outbox inbox staging");
    static const QSet<QString> last =
        importanceWords("queue queues sessions session jobs stats statistics cache caches trace "
                        "traces lock locks metadata");
    static const QSet<QString> whole = importanceWords(
        "schemamigrations arinternalmetadata djangomigrations djangosession djangoadminlog "
        "djangocontenttype knexmigrations knexmigrationslock prismamigrations schemaversion "
        "flywayschemahistory alembicversion sqlitesequence");
    if (whole.contains(compactName(name)))
        return true;
    const QStringList words = nameWords(name);
    return !words.isEmpty() &&
           (last.contains(words.last()) || std::ranges::any_of(words, [&](const QString& word) {
                return anywhere.contains(word);
            }));
}

bool isLoginName(const QString& name)
{
    static const QSet<QString> last = importanceWords(
        "user users usr usuario usuarios utilisateur utilisateurs benutzer utente utenti "
        "gebruiker gebruikers login logins");
    const QStringList words = nameWords(name);
    return !words.isEmpty() && last.contains(words.last());
}

SetBack setBackOf(const Catalog& catalog, TableId id, const TableImportance& figures, bool isCopy)
{
    const Table& table = catalog.table(id);
    if (table.system || !table.extension.isEmpty() || table.kind == TableKind::ShadowTable)
        return SetBack::Engine;
    if (table.partitionOf)
        return SetBack::Partition;
    if (isCopy)
        return SetBack::Copy;
    const bool isUsed = figures.referencedBy + figures.views >= usesAgainstName;
    if (!isUsed && saysLeftOver(table.name))
        return SetBack::Temporary;
    if (figures.referencedBy < usesAgainstName && isLogName(table.name))
        return SetBack::Log;
    return !isView(table) && tiesOnly(catalog, id, figures) ? SetBack::Link : SetBack::None;
}

double setBackFactor(SetBack setBack)
{
    switch (setBack) {
    case SetBack::None:
        return 1;
    case SetBack::Engine:
        return 0.05;
    case SetBack::Partition:
        return 0.1;
    case SetBack::Copy:
        return 0.25;
    case SetBack::Temporary:
    case SetBack::Log:
        return 0.4;
    case SetBack::Link:
        return 0.6;
    }
    Q_UNREACHABLE();
}

QString setBackWord(SetBack setBack)
{
    switch (setBack) {
    case SetBack::None:
        return {};
    case SetBack::Engine:
        return QStringLiteral("part of the engine or an extension");
    case SetBack::Partition:
        return QStringLiteral("a partition");
    case SetBack::Copy:
        return QStringLiteral("a copy or archive");
    case SetBack::Temporary:
        return QStringLiteral("temporary by its name");
    case SetBack::Log:
        return QStringLiteral("a log, queue or history");
    case SetBack::Link:
        return QStringLiteral("a link table");
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
