// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/psql_commands.h"

#include <QRegularExpression>
#include <QStringList>

namespace cadastre {

QString withoutPsqlCommands(const QString& script)
{
    static const QRegularExpression copy(
        QStringLiteral("^\\s*copy\\b.*\\bfrom\\s+stdin\\b.*;\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList kept;
    bool inRows = false;
    for (const QString& line : script.split(QLatin1Char('\n'))) {
        const bool isCommand = line.startsWith(QLatin1Char('\\'));
        if (inRows) {
            inRows = !line.startsWith(QLatin1String("\\."));
        } else if (line.contains(copy)) {
            inRows = true;
        } else if (!isCommand) {
            kept << line;
        }
    }
    return kept.join(QLatin1Char('\n'));
}

} // namespace cadastre
