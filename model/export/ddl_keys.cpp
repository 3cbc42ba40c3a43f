// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Composes the statements; see the header.
#include "model/export/ddl_keys.h"

#include "model/export/single_line.h"

namespace cadastre {

namespace {

QString keyClause(const NewKey& key)
{
    return QStringLiteral("FOREIGN KEY (%1) REFERENCES %2 (%3)")
        .arg(key.childColumns, key.parentTable, key.parentColumns);
}

QString alterTable(const NewKey& key, const QString& action)
{
    return QStringLiteral("ALTER TABLE %1\n    %2;\n").arg(key.childTable, action);
}

} // namespace

QString sqlComment(const QString& text)
{
    QString lines = text;
    lines.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    QString comment;
    for (const QString& line : lines.split(QLatin1Char('\n'))) {
        if (!line.isEmpty())
            comment += QStringLiteral("-- ") + asSingleLine(line) + QLatin1Char('\n');
    }
    return comment;
}

QString postgresqlKeyStatements(const NewKey& key)
{
    const QString concurrently = key.childPartitioned ? QString() : QStringLiteral("CONCURRENTLY ");
    QString text;
    if (!key.index.isEmpty())
        text += QStringLiteral("CREATE INDEX %1IF NOT EXISTS %2\n    ON %3 (%4);\n")
                    .arg(concurrently, key.index, key.childTable, key.childColumns);
    const QString add =
        QStringLiteral("ADD CONSTRAINT ") + key.constraint + QLatin1Char(' ') + keyClause(key);
    if (key.childPartitioned) {
        const QString statement = alterTable(key, add);
        return text + (key.rowsInTheWay ? sqlComment(statement) : statement);
    }
    text += alterTable(key, QString(add + QStringLiteral(" NOT VALID")));
    const QString validate =
        alterTable(key, QString(QStringLiteral("VALIDATE CONSTRAINT ") + key.constraint));
    return text + (key.rowsInTheWay ? sqlComment(validate) : validate);
}

QString mariadbKeyStatements(const NewKey& key)
{
    QString actions;
    if (!key.index.isEmpty())
        actions = QStringLiteral("ADD INDEX %1 (%2),\n    ").arg(key.index, key.childColumns);
    actions +=
        QStringLiteral("ADD CONSTRAINT ") + key.constraint + QLatin1Char(' ') + keyClause(key);
    const QString statement = alterTable(key, actions);
    return key.rowsInTheWay ? sqlComment(statement) : statement;
}

QString sqliteKeyStatements(const NewKey& key)
{
    QString text = QStringLiteral("In the new %1:\n    CONSTRAINT %2 %3\n")
                       .arg(asSingleLine(key.childTable), key.constraint, keyClause(key));
    if (!key.index.isEmpty())
        text += QStringLiteral("and behind it:\n    CREATE INDEX %1 ON %2 (%3);\n")
                    .arg(key.index, key.childTable, key.childColumns);
    return sqlComment(text);
}

} // namespace cadastre
