// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/pending_detail.h"

#include "widgets/difference_html.h"
#include "widgets/icons.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr qsizetype shownSql = 50000;

QString htmlHeading(const QString& title)
{
    return QStringLiteral("<p style=\"margin:8px 0 2px 0;color:%1\">%2</p>")
        .arg(mutedTextColor().name(), title.toHtmlEscaped());
}

QString sentencesHtml(const PendingRow& row)
{
    QString html;
    const QColor color = toneColor(canBeSent(row) ? IconTone::Warning : IconTone::Error);
    for (const QString& sentence : pendingSentences(row)) {
        html += QStringLiteral("<p style=\"margin:2px 0;color:%1\">⚠ %2</p>")
                    .arg(color.name(), withVisibleControls(sentence).toHtmlEscaped());
    }
    return html;
}

} // namespace

QString pendingRowHtml(const PendingRow& row)
{
    QString html = QStringLiteral("<p style=\"margin:0 0 4px 0\"><b>%1</b> "
                                  "<span style=\"color:%2\">%3</span></p>")
                       .arg(withVisibleControls(row.name).toHtmlEscaped(), mutedTextColor().name(),
                            row.kind.toHtmlEscaped());
    html += sentencesHtml(row);
    if (replacesCreateText(row)) {
        html += htmlHeading(PendingDetail::tr("Before, in the CREATE text:"));
        html += plainTextHtml(row.inCreateText);
        html += htmlHeading(PendingDetail::tr("After: removed is struck through, added is "
                                              "underlined. The CREATE text stays as it is."));
        html += differenceHtml(row.inCreateText, row.edit.after);
    } else if (row.edit.before.isEmpty()) {
        html += htmlHeading(PendingDetail::tr("Before: no comment. After:"));
        html += plainTextHtml(row.edit.after);
    } else {
        html += htmlHeading(
            PendingDetail::tr("Before and after: removed is struck through, added is underlined"));
        html += differenceHtml(row.edit.before, row.edit.after);
    }
    if (isInConflict(row)) {
        html += htmlHeading(PendingDetail::tr("What is there now"));
        html += plainTextHtml(theirsOf(row));
    }
    if (const QString place = pendingPlace(row); !place.isEmpty())
        html += htmlHeading(place);
    return html;
}

PendingDetail::PendingDetail(QWidget* parent)
    : QWidget(parent)
    , m_page(new QTextBrowser(this))
    , m_sqlTitle(new QLabel(tr("Exactly this will be sent"), this))
    , m_copy(new QToolButton(this))
    , m_sql(new QPlainTextEdit(this))
{
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setOpenLinks(false);
    m_page->setMinimumHeight(40);
    m_page->setAccessibleName(tr("Before and after"));
    m_sqlTitle->setTextFormat(Qt::PlainText);
    m_sqlTitle->setWordWrap(true);
    m_copy->setIcon(themedIcon(QStringLiteral("copy")));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy the SQL"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_sql->setReadOnly(true);
    m_sql->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_sql->setMinimumHeight(2 * m_sql->fontMetrics().lineSpacing());
    m_sql->setTabChangesFocus(true);
    m_sql->setAccessibleName(tr("SQL"));
    connect(m_copy, &QToolButton::clicked, this, &PendingDetail::copySql);
    auto* row = new QHBoxLayout;
    row->addWidget(m_sqlTitle, 1);
    row->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_page, 1);
    layout->addLayout(row);
    layout->addWidget(m_sql, 1);
}

void PendingDetail::showRow(const PendingRow& row, const PendingSource& target,
                            const QString& planProblem)
{
    const QString html = pendingRowHtml(row);
    m_page->setHtml(html);
    m_exactSql = row.planned ? row.planned->sql : QString();
    QString shown = withVisibleControls(m_exactSql.left(shownSql));
    if (m_exactSql.size() > shownSql)
        shown += tr("… cut here; Copy gives all of it");
    m_sql->setPlainText(shown);
    // from its beginning, also where it was laid out in a narrower place first
    QTimer::singleShot(0, m_sql, [this] { m_sql->verticalScrollBar()->setValue(0); });
    const bool sidecar = row.planned && row.planned->place == CommentPlace::Sidecar;
    m_sqlTitle->setText(m_exactSql.isEmpty() ? (planProblem.isEmpty() ? tr("No SQL") : planProblem)
                        : target.readOnly || !target.canWrite
                            ? tr("This would be sent; here it can be exported as a migration")
                        : sidecar ? tr("Exactly this will stand in the comment file")
                                  : tr("Exactly this will be sent"));
    m_sqlTitle->setVisible(true);
    m_sql->setVisible(!m_exactSql.isEmpty());
    m_copy->setVisible(!m_exactSql.isEmpty());
}

void PendingDetail::showNothing(const QString& hint)
{
    m_page->setPlainText(hint);
    m_exactSql.clear();
    m_sql->clear();
    m_sqlTitle->hide();
    m_sql->hide();
    m_copy->hide();
}

void PendingDetail::copySql()
{
    QGuiApplication::clipboard()->setText(m_exactSql);
}

} // namespace cadastre
