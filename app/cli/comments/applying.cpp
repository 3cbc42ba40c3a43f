// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From the statements of a file to what came of sending them; see the header.
#include "app/cli/comments/applying.h"

#include "app/audit_book.h"
#include "app/catalog_loader.h"
#include "model/export/single_line.h"
#include "model/notes/comment_file_parts.h"
#include "model/sql/write/write_comments.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Which of the comments are sent, as indexes.
using Indexes = std::vector<std::size_t>;

CommentWriteRequest requestOf(const CommentsInput& input,
                              const std::vector<AppliedComment>& comments, const Indexes& indexes,
                              const ApplyOptions& options)
{
    CommentWriteRequest request;
    request.catalog = input.database.catalog;
    request.source = input.source;
    request.allOrNothing = options.allOrNothing;
    request.allowCopy = options.allowCopy;
    request.sidecarPath = input.sidecarPath();
    for (const std::size_t index : indexes)
        request.edits.push_back(comments[index].write.edit);
    return request;
}

Indexes indexesOf(const std::vector<AppliedComment>& comments, WriteOutcome outcome)
{
    Indexes indexes;
    for (std::size_t i = 0; i < comments.size(); ++i) {
        if (comments[i].write.outcome == outcome)
            indexes.push_back(i);
    }
    return indexes;
}

/// Sends some of the comments; their outcomes replace what they had.
Result<Nothing> send(const CommentsInput& input, AppliedFile& file, const Indexes& indexes,
                     const ApplyOptions& options, const WriteTarget& target)
{
    const SourceRequest& source = input.request();
    AuditBook book(auditPathOf(source.address), target, input.facts().name, {});
    CommentWriteRequest request = requestOf(input, file.comments, indexes, options);
    request.onSending = [&book](std::span<const PlannedComment> planned) {
        return book.sending(planned);
    };
    request.onResults = [&book](std::span<const CommentWrite> writes) { book.results(writes); };
    ReadControl control;
    const QString password = passwordOf(source);
    const auto report = writeComments(source.address, password, request, control);
    if (!report)
        return report.error();
    for (std::size_t i = 0; i < indexes.size(); ++i)
        file.comments[indexes[i]].write = report->writes[i];
    file.warnings += report->warnings;
    const bool isUnknown =
        std::ranges::count(report->writes, WriteOutcome::Unknown, &CommentWrite::outcome) > 0;
    if (isUnknown) { // one more connection tells, where there is one to be had
        ReadControl again;
        if (const auto known = resolveUnknown(source.address, password, request, again)) {
            for (std::size_t i = 0; i < indexes.size(); ++i) {
                CommentWrite& write = file.comments[indexes[i]].write;
                if (write.outcome == WriteOutcome::Unknown)
                    write = known->writes[i];
            }
            book.results(known->writes);
        }
    }
    if (!book.problem().isEmpty())
        file.warnings << book.problem();
    return ok();
}

/// Overwrites what was in the way, now that it was seen.
Result<Nothing> overwrite(const CommentsInput& input, AppliedFile& file,
                          const ApplyOptions& options, const WriteTarget& target)
{
    Indexes inTheWay;
    for (const std::size_t index : indexesOf(file.comments, WriteOutcome::Conflict)) {
        AppliedComment& comment = file.comments[index];
        if (!comment.write.theirs)
            continue;
        comment.overwritten = comment.write.theirs;
        comment.write.edit.before = *comment.write.theirs;
        inTheWay.push_back(index);
    }
    if (inTheWay.empty())
        return ok();
    const Result<Nothing> sent = send(input, file, inTheWay, options, target);
    for (const std::size_t index : inTheWay) {
        if (file.comments[index].write.outcome != WriteOutcome::Written)
            file.comments[index].overwritten.reset();
    }
    return sent;
}

} // namespace

namespace {

/// A statement without its was line is about an object without a comment, and one in the DDL is
/// one, though it is not stored where this one goes.
void guardTextInDdl(AppliedComment& edit, const FiledComment& comment, const Comment& present)
{
    const bool isInTheWay = !comment.statement.was && present.origin == CommentOrigin::Ddl &&
                            !present.isEmpty() && present.text != comment.statement.text;
    if (!isInTheWay)
        return;
    edit.write.outcome = WriteOutcome::Conflict;
    edit.write.reason = QStringLiteral("There is a comment already, in the text of CREATE.");
    edit.write.theirs = present.text;
}

} // namespace

std::vector<AppliedComment> editsOfFile(const CommentsInput& input,
                                        const std::vector<FiledComment>& comments)
{
    std::vector<AppliedComment> edits;
    for (const FiledComment& comment : comments) {
        AppliedComment edit{{}, targetName(comment.statement.target), {}};
        const QString before = comment.statement.was.value_or(QString());
        if (comment.object) {
            edit.write.edit = {input.catalog().keyOf(*comment.object), before,
                               comment.statement.text,
                               input.catalog().base(*comment.object).identity};
            guardTextInDdl(edit, comment, input.catalog().base(*comment.object).comment);
        } else {
            edit.write.edit.before = before;
            edit.write.edit.after = comment.statement.text;
            edit.write.outcome = WriteOutcome::Refused;
            edit.write.reason = comment.problem;
        }
        edits.push_back(std::move(edit));
    }
    return edits;
}

Result<AppliedFile> applyComments(const CommentsInput& input, std::vector<AppliedComment> comments,
                                  const ApplyOptions& options)
{
    AppliedFile file{std::move(comments), {}};
    const Indexes all = indexesOf(file.comments, WriteOutcome::NotTried);
    const bool isOverwriting =
        options.takeMine && !indexesOf(file.comments, WriteOutcome::Conflict).empty();
    if (all.empty() && !isOverwriting)
        return file;
    ReadControl control;
    const SourceRequest& source = input.request();
    const CommentWriteRequest request = requestOf(input, file.comments, all, options);
    const auto plan = planComments(source.address, passwordOf(source), request, control);
    if (!plan)
        return plan.error();
    const Result<Nothing> sent = all.empty() ? ok() : send(input, file, all, options, plan->target);
    if (!sent)
        return sent.error();
    if (options.takeMine) {
        const Result<Nothing> overwritten = overwrite(input, file, options, plan->target);
        if (!overwritten)
            file.warnings << overwritten.error().message;
    }
    return file;
}

namespace {

/// What would come of it; whether that is writing.
bool expect(AppliedComment& comment, const PlannedComment& planned, const Catalog& catalog,
            const ApplyOptions& options)
{
    CommentWrite& write = comment.write;
    const Comment& present = catalog.base(*catalog.find(write.edit.key)).comment;
    const QString held = storedComment(present);
    const bool isSeen = write.edit.before == held || write.edit.before == present.text;
    const bool isThere = write.edit.after == held || (isSeen && write.edit.after == present.text);
    if (!planned.refusal.isEmpty()) {
        write.outcome = WriteOutcome::Refused;
        write.reason = planned.refusal;
    } else if (isThere) {
        write.outcome = WriteOutcome::Unchanged;
    } else if (!isSeen && !options.takeMine) {
        write.outcome = WriteOutcome::Conflict;
        write.theirs = held;
    } else {
        write.outcome = WriteOutcome::Written;
        if (!isSeen)
            comment.overwritten = held;
    }
    return write.outcome == WriteOutcome::Written;
}

} // namespace

Result<PlannedFile> planFile(const CommentsInput& input, std::vector<AppliedComment> comments,
                             const ApplyOptions& options)
{
    PlannedFile planned{{}, {std::move(comments), {}}};
    std::vector<AppliedComment>& all = planned.file.comments;
    if (options.takeMine) {
        for (const std::size_t index : indexesOf(all, WriteOutcome::Conflict))
            all[index].write = {all[index].write.edit, WriteOutcome::NotTried, {}, {}, {}, {}};
    }
    const Indexes indexes = indexesOf(all, WriteOutcome::NotTried);
    if (indexes.empty())
        return planned;
    ReadControl control;
    const SourceRequest& source = input.request();
    const CommentWriteRequest request = requestOf(input, all, indexes, options);
    const auto plan = planComments(source.address, passwordOf(source), request, control);
    if (!plan)
        return plan.error();
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        const PlannedComment& sql = plan->comments[i];
        planned.file.warnings += sql.warnings;
        if (!expect(all[indexes[i]], sql, input.catalog(), options))
            continue;
        if (sql.place == CommentPlace::Sidecar)
            planned.sql +=
                QStringLiteral("-- goes into %1:\n").arg(asSingleLine(request.sidecarPath));
        const bool isEnded = sql.sql.endsWith(QLatin1Char(';'));
        planned.sql += sql.sql + (isEnded ? QStringLiteral("\n") : QStringLiteral(";\n"));
    }
    return planned;
}

} // namespace cadastre
