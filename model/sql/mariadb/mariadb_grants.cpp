// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Grants on the server, databases, tables, columns and routines. One row of the answer may hold one
// privilege or a set of them; they are put together per object and grantee.
#include "model/dialect/mariadb.h"
#include "model/sql/mariadb/mariadb_steps.h"

#include <QRegularExpression>

#include <map>

namespace cadastre {

namespace {

/// The places of a row of grants.sql.
enum Place { Level, Grantee, Database, Object, Part, Words, Grantable, Grantor };

using GrantName = std::pair<ObjectRef, QString>;
using GrantMap = std::map<GrantName, Grant>;

std::optional<Privilege> privilegeFrom(const QString& word)
{
    static const QHash<QString, Privilege> words{
        {QStringLiteral("SELECT"), Privilege::Select},
        {QStringLiteral("INSERT"), Privilege::Insert},
        {QStringLiteral("UPDATE"), Privilege::Update},
        {QStringLiteral("DELETE"), Privilege::Delete},
        {QStringLiteral("REFERENCES"), Privilege::References},
        {QStringLiteral("TRIGGER"), Privilege::Trigger},
        {QStringLiteral("CREATE"), Privilege::Create},
        {QStringLiteral("CREATE TEMPORARY TABLES"), Privilege::Temporary},
        {QStringLiteral("EXECUTE"), Privilege::Execute},
        {QStringLiteral("ALTER"), Privilege::Alter},
        {QStringLiteral("DROP"), Privilege::Drop},
        {QStringLiteral("INDEX"), Privilege::Index},
    };
    const auto known = words.constFind(word);
    return known == words.cend() ? std::nullopt : std::optional(*known);
}

/// The LIKE pattern of a database grant (`shop\_%`) as an expression for whole names.
QRegularExpression databasePattern(const QString& pattern)
{
    QString expression;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == QLatin1Char('\\') && i + 1 < pattern.size())
            expression += QRegularExpression::escape(pattern.mid(++i, 1));
        else if (c == QLatin1Char('%'))
            expression += QStringLiteral(".*");
        else if (c == QLatin1Char('_'))
            expression += QLatin1Char('.');
        else
            expression += QRegularExpression::escape(QString(c));
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                              QRegularExpression::DotMatchesEverythingOption);
}

std::vector<ObjectRef> schemasLike(const MariaDbContext& context, const QString& pattern)
{
    const QRegularExpression expression = databasePattern(pattern);
    std::vector<ObjectRef> matching;
    for (std::size_t i = 0; i < context.objects.schemas.size(); ++i) {
        if (expression.match(context.objects.schemas[i].name).hasMatch())
            matching.emplace_back(SchemaId{static_cast<std::int32_t>(i)});
    }
    return matching;
}

template <typename Id> std::vector<ObjectRef> asList(const std::optional<Id>& id)
{
    return id ? std::vector<ObjectRef>{*id} : std::vector<ObjectRef>{};
}

/// What a row grants on; empty when that is out of scope.
std::vector<ObjectRef> objectsOf(const MariaDbContext& context, const Row& row)
{
    const QString level = row[Level].text();
    const QString database = row[Database].text();
    if (level == QLatin1String("server"))
        return {SourceId{0}};
    if (level == QLatin1String("schema"))
        return schemasLike(context, database);
    if (level == QLatin1String("routine"))
        return asList(context.routine(database, row[Object].text()));
    const std::optional<TableId> table = context.table(database, row[Object].text());
    if (!table || level == QLatin1String("table"))
        return asList(table);
    return asList(context.column(*table, row[Part].text()));
}

void addWord(Grant& grant, const QString& word, bool grantable)
{
    if (word.isEmpty() || word == QLatin1String("USAGE") || word == QLatin1String("GRANT"))
        return;
    if (const std::optional<Privilege> privilege = privilegeFrom(word)) {
        grant.privileges |= *privilege;
        if (grantable)
            grant.grantable |= *privilege;
        return;
    }
    QStringList others = grant.otherPrivileges.split(QStringLiteral(", "), Qt::SkipEmptyParts);
    if (!others.contains(word))
        others << word;
    others.sort();
    grant.otherPrivileges = others.join(QStringLiteral(", "));
}

bool addRow(const MariaDbContext& context, const Row& row, GrantMap& grants)
{
    const QString account = mariadb::accountName(row[Grantee].text());
    const std::optional<RoleId> role = context.role(account);
    const bool isPublic = account == QLatin1String("PUBLIC");
    const std::vector<ObjectRef> objects = objectsOf(context, row);
    if (!role && !isPublic)
        return true; // an account of another server's time, or one that may not be seen
    for (const ObjectRef& object : objects) {
        Grant& grant = grants[{object, account}];
        grant.object = object;
        grant.grantee = isPublic ? std::nullopt : role;
        grant.grantor = row[Grantor].text();
        const bool grantable = row[Grantable].boolean();
        for (const QString& word : row[Words].text().toUpper().split(QLatin1Char(',')))
            addWord(grant, word, grantable);
    }
    return !objects.empty();
}

std::optional<SqlError> askGrants(MariaDbContext& context, const char* text, GrantMap& grants)
{
    return context.ask(text, [&](const Row& row) {
        if (!addRow(context, row, grants))
            context.scope.countOmitted(QStringLiteral("grants on objects outside the scope"));
    });
}

} // namespace

std::optional<SqlError> readGrants(MariaDbContext& context, StepReport& report)
{
    GrantMap grants;
    std::optional<SqlError> error = askGrants(context, "grants", grants);
    if (error && error->failure == SqlFailure::PermissionDenied) {
        report.setPartlyRead(
            QStringLiteral("Own only: %1 sees only its own grants, and none on routines (it needs "
                           "SELECT on the database mysql).")
                .arg(context.currentUser));
        error = askGrants(context, "grants_own", grants);
    }
    if (error)
        return error;
    for (auto& [name, grant] : grants) {
        if (grant.privileges || !grant.otherPrivileges.isEmpty())
            context.objects.grants.push_back(std::move(grant));
    }
    report.addObjects(static_cast<qint64>(context.objects.grants.size()));
    return std::nullopt;
}

} // namespace cadastre
