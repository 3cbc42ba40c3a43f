// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What came of applying, as text for people: counts per outcome, and each object with its reason.
// Says what is known and what is not.
#pragma once

#include "model/notes/comment_write.h"

#include <map>

namespace cadastre {

struct ApplyReport
{
    WriteTarget target;
    QString source;
    QString time; ///< as it is to be read
    std::vector<CommentWrite> writes;
    QStringList warnings;
    QString failure;   ///< why nothing was sent at all; then `writes` are not tried
    bool undo = false; ///< an applied batch was taken back
    /// Found out afterwards: the program or the connection had ended while it was being written.
    bool afterwards = false;

    bool operator==(const ApplyReport&) const = default;
};

std::map<WriteOutcome, int> outcomeCounts(const std::vector<CommentWrite>& writes);
/// "12 written, 1 conflict, 2 refused"; "nothing" for none.
QString outcomeLine(const std::vector<CommentWrite>& writes);
/// Whether everything is in the database now.
bool isAllWritten(const ApplyReport& report);
/// The whole report; what needs attention stands first.
QString applyReportText(const ApplyReport& report);

} // namespace cadastre
