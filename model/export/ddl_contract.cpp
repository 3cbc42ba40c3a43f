// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts the script together, step by step; rights are written in ddl_contract_rights.cpp.
#include "model/export/ddl_contract.h"

#include "model/dialect/quoting.h"
#include "model/export/ddl_contract_rights.h"
#include "model/export/ddl_keys.h"

namespace cadastre {

namespace {

class ContractScriptWriter
{
public:
    ContractScriptWriter(const Catalog& catalog, const ContractDraft& draft)
        : m_catalog(catalog)
        , m_draft(draft)
        , m_base(catalog.table(draft.base))
        , m_engine(catalog.source(catalog.sourceOf(draft.base)).engine)
    {
    }

    Result<QString> write()
    {
        m_names.view = path(m_draft.viewName);
        m_names.table = path(m_base.name);
        QString text = head();
        text += step(1, QStringLiteral("Create the contract.")) + createView();
        text += step(2, QStringLiteral("Let the readers read it.")) + grants();
        text += step(3, QStringLiteral("Move the readers to it, each by its owner.")) + readers();
        text += step(4, QStringLiteral("When nothing of others reads the table any more, take the "
                                       "rights on it away.")) +
                revokes();
        if (m_error)
            return *m_error;
        return text;
    }

private:
    QString taken(const Result<QString>& quoted)
    {
        if (quoted)
            return *quoted;
        if (!m_error)
            m_error = quoted.error();
        return {};
    }

    QString path(const QString& name)
    {
        const QString schema =
            m_engine == Engine::Sqlite ? QString() : m_catalog.schema(m_base.schema).name;
        return taken(quotedPath(m_engine, {schema, name}));
    }

    static QString step(int number, const QString& title)
    {
        return QLatin1Char('\n') +
               sqlComment(QString(QString::number(number) + QStringLiteral(". ") + title));
    }

    QString head() const
    {
        QString text = sqlComment(
            QStringLiteral("Contract %1 (%2) in place of reading %3. Review "
                           "it before you run it.")
                .arg(m_draft.viewName, m_draft.version, m_catalog.displayName(m_draft.base)));
        if (m_draft.alreadyIn)
            text += sqlComment(QStringLiteral("%1 takes all of these columns already: perhaps its "
                                              "readers can move there.")
                                   .arg(m_catalog.displayName(*m_draft.alreadyIn)));
        for (const QString& sentence : m_draft.unknown)
            text += sqlComment(QString(QStringLiteral("Not known: ") + sentence));
        return text;
    }

    QString createView()
    {
        QStringList columns;
        for (const ColumnId id : m_draft.columns)
            columns << taken(quotedIdentifier(m_engine, m_catalog.column(id).name));
        const bool isMariaDb = m_engine == Engine::MariaDb || m_engine == Engine::MySql;
        const QString create = isMariaDb ? QStringLiteral("CREATE SQL SECURITY DEFINER VIEW ")
                                         : QStringLiteral("CREATE VIEW ");
        QString text = QString(create + m_names.view + QStringLiteral(" AS\nSELECT ") +
                               columns.join(QLatin1String(",\n       ")) +
                               QStringLiteral("\n  FROM ") + m_names.table + QStringLiteral(";\n"));
        if (m_engine == Engine::PostgreSql)
            return text + ownerAndComment();
        return text + (m_engine == Engine::Sqlite
                           ? sqlComment(QStringLiteral("SQLite keeps no comments: say \"contract\" "
                                                       "in the workspace."))
                           : sqlComment(QStringLiteral("A view has no comment here: say "
                                                       "\"contract\" in the workspace. The view "
                                                       "reads in the name of whoever makes it.")));
    }

    QString ownerAndComment()
    {
        QString text;
        if (m_base.rowSecurity)
            text += sqlComment(QStringLiteral("The table has row policies, and a view reads in the "
                                              "name of its owner: check which rows it shows."));
        if (!m_base.owner.isEmpty())
            text += QStringLiteral("ALTER VIEW %1 OWNER TO %2;\n")
                        .arg(m_names.view, taken(quotedIdentifier(m_engine, m_base.owner)));
        return text + QStringLiteral("COMMENT ON VIEW %1 IS %2;\n")
                          .arg(m_names.view,
                               taken(quotedLiteral(m_engine, QString(QStringLiteral("@contract ") +
                                                                     m_draft.version))));
    }

    QString grants()
    {
        if (m_engine == Engine::Sqlite)
            return sqlComment(QStringLiteral("SQLite has no roles and no GRANT: whoever opens the "
                                             "file may read everything in it."));
        if (m_draft.roles.empty())
            return sqlComment(QStringLiteral("No role of another boundary may read the table."));
        QString text;
        for (const RoleId role : m_draft.roles)
            text += QStringLiteral("GRANT SELECT ON %1 TO %2;\n")
                        .arg(m_names.view, taken(grantedAccount(m_catalog, role)));
        return text;
    }

    QString readers() const
    {
        QString text;
        for (const ObjectRef reader : m_draft.readers)
            text += sqlComment(QString(QStringLiteral("- ") + m_catalog.displayName(reader)));
        for (const RoleId role : m_draft.roles)
            text += sqlComment(
                QString(QStringLiteral("- programs that log in as ") + m_catalog.role(role).name));
        return text.isEmpty() ? sqlComment(QStringLiteral("None is known.")) : text;
    }

    QString revokes()
    {
        if (m_engine == Engine::Sqlite)
            return sqlComment(QStringLiteral("SQLite has no REVOKE: only an agreement keeps others "
                                             "from reading the table."));
        const Result<QString> statements = revokeStatements(m_catalog, m_draft, m_names.table);
        const QString text = taken(statements);
        return text.isEmpty() ? sqlComment(QStringLiteral("Nothing to take away.")) : text;
    }

    struct Names
    {
        QString view;
        QString table;
    };

    const Catalog& m_catalog;
    const ContractDraft& m_draft;
    const Table& m_base;
    Engine m_engine;
    Names m_names;
    std::optional<Error> m_error;
};

} // namespace

Result<QString> contractScript(const Catalog& catalog, const ContractDraft& draft)
{
    return ContractScriptWriter(catalog, draft).write();
}

} // namespace cadastre
