// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One line of the list of databases opened lately; a value without secrets. Where the list is kept
// lives in app/.
#pragma once

#include <QString>

namespace cadastre {

struct RecentEntry
{
    QString address;  ///< path or URL, as it can be opened again; free of passwords
    QString title;    ///< what people call it: file or database name
    QString location; ///< the rest: folder or user and host
    QString iconName;
    bool pinned = false;  ///< stays in the list, first
    bool missing = false; ///< the file is not there now

    bool operator==(const RecentEntry&) const = default;
};

} // namespace cadastre
