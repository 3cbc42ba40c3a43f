// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/target_card.h"

#include "widgets/icons.h"
#include "widgets/muted_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr int stripeWidth = 4;

QLabel* plainLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// Names are broken where they are long: a label does not break words by itself.
QString breakableName(const QString& name)
{
    QString text;
    for (const QChar c : name) {
        text += c;
        if (!c.isLetterOrNumber())
            text += QChar(0x200b); // zero width space
    }
    return text;
}

/// A file has its comments in a file beside it: nothing goes "on" it.
bool isCommentFile(const WriteTarget& target)
{
    return target.engine.startsWith(QLatin1String("SQLite")) &&
           target.server.endsWith(QLatin1String(".sql"));
}

QString placeText(const WriteTarget& target)
{
    QStringList parts;
    if (!target.engine.isEmpty())
        parts << target.engine;
    if (!target.server.isEmpty())
        parts << (isCommentFile(target) ? TargetCard::tr("with comments in %1")
                                        : TargetCard::tr("on %1"))
                     .arg(target.server);
    if (!target.role.isEmpty())
        parts << TargetCard::tr("as %1").arg(target.role);
    return parts.join(QLatin1Char(' '));
}

} // namespace

QString targetLine(const WriteTarget& target)
{
    QStringList parts{target.database.isEmpty() ? target.server : target.database};
    if (!target.database.isEmpty() && !target.server.isEmpty())
        parts << (isCommentFile(target) ? TargetCard::tr("in %1") : TargetCard::tr("on %1"))
                     .arg(target.server);
    if (!target.role.isEmpty())
        parts << TargetCard::tr("as %1").arg(target.role);
    return parts.join(QLatin1Char(' '));
}

TargetCard::TargetCard(QWidget* parent)
    : QFrame(parent)
    , m_database(plainLabel(this))
    , m_place(plainLabel(this))
    , m_problem(plainLabel(this))
    , m_production(new MarkLabel(tr("PRODUCTION"), MarkLabel::Tone::Production, this))
    , m_readOnly(new MarkLabel(tr("READ ONLY"), MarkLabel::Tone::ReadOnly, this))
{
    setAccessibleName(tr("Where the comments go"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.45);
    large.setBold(true);
    m_database->setFont(large);
    m_database->setMinimumWidth(60);
    m_place->setMinimumWidth(60);
    keepMuted(m_place);
    auto* names = new QVBoxLayout;
    names->setSpacing(1);
    names->addWidget(m_database);
    names->addWidget(m_place);
    names->addWidget(m_problem);
    auto* marks = new QVBoxLayout;
    marks->setSpacing(3);
    marks->addWidget(m_production, 0, Qt::AlignRight);
    marks->addWidget(m_readOnly, 0, Qt::AlignRight);
    marks->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(stripeWidth + 8, 5, 8, 5);
    layout->addLayout(names, 1);
    layout->addLayout(marks);
}

void TargetCard::showTarget(const PendingSource& source)
{
    const WriteTarget& target = source.target;
    const QString name = target.database.isEmpty() ? source.name : target.database;
    m_database->setText(breakableName(name));
    m_database->setToolTip(name.toHtmlEscaped());
    m_place->setText(breakableName(placeText(target)));
    m_place->setVisible(!m_place->text().isEmpty());
    const bool refuses = target.readOnly && !source.readOnly;
    QString problem = source.planProblem;
    if (refuses && problem.isEmpty())
        problem = tr("The server takes no writes now: it is read only.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_production->setVisible(source.production);
    m_production->setToolTip(source.productionReason.toHtmlEscaped());
    m_readOnly->setVisible(source.readOnly || refuses);
    m_readOnly->setToolTip(
        tr("No connection for writing is opened; comments can be exported as a migration."));
    m_isProduction = source.production;
    update();
}

QString TargetCard::text() const
{
    QStringList parts{m_database->text(), m_place->text(), m_problem->text()};
    if (!m_production->isHidden())
        parts << m_production->text();
    if (!m_readOnly->isHidden())
        parts << m_readOnly->text();
    return parts.join(QLatin1Char(' ')).remove(QChar(0x200b)).simplified();
}

void TargetCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor tone =
        m_isProduction ? markFill(MarkLabel::Tone::Production) : toneColor(IconTone::Accent);
    QColor soft = tone;
    soft.setAlpha(m_isProduction ? 40 : 22);
    painter.fillRect(rect(), soft);
    painter.fillRect(QRect(0, 0, stripeWidth, height()), tone);
}

void TargetCard::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

QColor markFill(MarkLabel::Tone tone)
{
    return tone == MarkLabel::Tone::Production ? QColor(0xb3, 0x26, 0x1e)
                                               : QColor(0x4a, 0x52, 0x5a);
}

QColor markText()
{
    return QColor(0xff, 0xff, 0xff);
}

MarkLabel::MarkLabel(const QString& text, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
    , m_tone(tone)
{
    setAccessibleName(text);
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 0.9);
    setFont(bold);
}

QSize MarkLabel::sizeHint() const
{
    return fontMetrics().size(Qt::TextSingleLine, m_text) + QSize(12, 4);
}

void MarkLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(markFill(m_tone));
    painter.drawRoundedRect(rect(), 3, 3);
    painter.setPen(markText());
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace cadastre
