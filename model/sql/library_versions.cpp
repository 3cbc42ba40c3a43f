// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/library_versions.h"

#include <QSqlDatabase>

#include <libpq-fe.h>
#include <mysql.h>
#include <sqlite3.h>

namespace cadastre {

QStringList databaseLibraries()
{
    const int libpq = PQlibVersion(); // 150018 is 15.18
    return {QStringLiteral("libpq %1.%2").arg(libpq / 10000).arg(libpq % 10000),
            QStringLiteral("libmariadb %1").arg(QLatin1String(mysql_get_client_info())),
            QStringLiteral("SQLite %1").arg(QLatin1String(sqlite3_libversion()))};
}

QStringList sqlPlugIns()
{
    return QSqlDatabase::drivers();
}

} // namespace cadastre
