//! scratch
#![allow(clippy::all, clippy::pedantic, missing_docs, clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stdout, clippy::allow_attributes_without_reason)]
use interview_kit::document::*;
use interview_kit::source::*;
use interview_kit::typeset::*;
fn t(s:&str)->Inline{ts(s,Emphasis::Plain)}
fn ts(s:&str,e:Emphasis)->Inline{let mut x=Sources::new();let id=x.add(Source{name:"x".into(),text:"".into()});Inline::Text{text:s.into(),style:TextStyle{emphasis:e,..Default::default()},link:None,span:Span::new(id,0..0)}}
fn f(n:&str)->Field{Field{name:n.into(),label:n.into()}}
fn main(){
 let pack=std::fs::read_to_string("../shared/pack/product-security-manager-interview-pack-2026.txt").unwrap();
 let mut qs:Vec<(String,Vec<String>)>=vec![];
 let body=&pack[pack.find("\n1. ").unwrap()..];
 for l in body.lines(){ let l=l.trim(); if let Some(r)=l.strip_prefix("• "){qs.last_mut().unwrap().1.push(r.into())} else if l.len()>3 && l.as_bytes()[0].is_ascii_digit(){qs.push((l[l.find(". ").unwrap()+2..].into(),vec![]))}}
 let mut b=vec![];
 b.push(Block::Heading(Heading{level:1,anchor:None,content:vec![t("Product Security Manager interview")]}));
 b.push(Block::Paragraph(vec![ts("Interviewer guide · Manager level",Emphasis::Emphasis)]));
 let rows:Vec<Row>=["Position","Candidate","Interviewer","Date"].iter().enumerate().map(|(i,l)|vec![vec![ts(l,Emphasis::Strong)],if i==1{vec![t("Zoë Ångström-Müller")]}else{vec![Inline::Blank{field:f(l),width:30}]}]).collect();
 b.push(Block::Table(Table{columns:vec![Alignment::Start;2],head:vec![vec![],vec![]],rows}));
 b.push(Block::Heading(Heading{level:2,anchor:None,content:vec![t("Run of show")]}));
 let rows=qs.iter().enumerate().map(|(i,q)|vec![vec![t(&format!("{}:{:02}",i*8/60,i*8%60))],vec![t("8")],vec![t(&format!("{}. {}",i+1,q.0))]]).collect();
 b.push(Block::Table(Table{columns:vec![Alignment::Start,Alignment::End,Alignment::Start],head:vec![vec![t("Clock")],vec![t("Min")],vec![t("What")]],rows}));
 b.push(Block::Heading(Heading{level:2,anchor:None,content:vec![t("How to use this guide")]}));
 b.push(Block::List(List{marker:Marker::Number(1),tight:true,items:["Ask every candidate the same questions, in the same order.","Write down what is said, not what you think of it. A second line may be needed here to see how the wrapping works in a list item.","Rate before you talk to others."].iter().map(|s|ListItem{check:None,blocks:vec![Block::Paragraph(vec![t(s)])]}).collect()}));
 b.push(Block::PageBreak);
 for (i,q) in qs.iter().enumerate(){
  b.push(Block::Heading(Heading{level:2,anchor:Some(format!("q{i}")),content:vec![t(&format!("{}. {}",i+1,q.0))]}));
  b.push(Block::Paragraph(vec![ts("Execution · 8 min · Process discipline, Credibility",Emphasis::Emphasis)]));
  b.push(Block::Paragraph(vec![ts("Strong answer should cover",Emphasis::Strong)]));
  b.push(Block::List(List{marker:Marker::Bullet,tight:true,items:q.1.iter().enumerate().map(|(j,s)|ListItem{check:Some(Check{field:f(&format!("q{i}.rubric.{}",j+1)),checked:j==1&&i==0}),blocks:vec![Block::Paragraph(vec![t(s)])]}).collect()}));
  let mut p=vec![ts("Rating:",Emphasis::Strong),t(" ")];
  for (v,l) in [("1","1"),("2","2"),("3","3"),("4","4"),("5","5"),("no-evidence","No evidence")]{p.push(Inline::Option{field:f(&format!("q{i}.rating")),value:v.into(),label:l.into(),chosen:false});p.push(t(&format!(" {l} ")));}
  b.push(Block::Paragraph(p));
  b.push(Block::Notes(Notes{field:f(&format!("q{i}.notes")),lines:5,text:if i==0{"Said that intake is a queue\nsecond line".into()}else{String::new()}}));
 }
 b.push(Block::PageBreak);
 b.push(Block::Heading(Heading{level:1,anchor:Some("scorecard".into()),content:vec![t("Scorecard")]}));
 let rows=qs.iter().enumerate().map(|(i,q)|{let mut r=vec![vec![Inline::Text{text:format!("{}",i+1),style:TextStyle::default(),link:Some(format!("#q{i}")),span:Span::new({let mut x=Sources::new();x.add(Source{name:"x".into(),text:"".into()})},0..0)}],vec![t(&q.0)]]; for v in ["1","2","3","4","5","ne"]{r.push(vec![Inline::Option{field:f(&format!("scorecard.q{i}")),value:v.into(),label:v.into(),chosen:false}])} r}).collect();
 let mut cols=vec![Alignment::End,Alignment::Start];cols.extend(vec![Alignment::Center;6]);
 b.push(Block::Table(Table{columns:cols,head:["No.","Question","1","2","3","4","5","No evidence"].iter().map(|s|vec![t(s)]).collect(),rows}));
 b.push(Block::Paragraph(vec![t("Name "),Inline::Blank{field:f("name"),width:30},t(" Signature "),Inline::Blank{field:f("sig"),width:30},t(" Date "),Inline::Blank{field:f("dat"),width:14}]));
 let d=Document{front:FrontMatter{title:"Product Security Manager interview".into(),lang:"en".into(),author:None,subject:None,paper:None,header:["Product Security Manager interview".into(),"Candidate: ____________________".into()],footer:"Product Security Manager Interview Pack, 2026".into()},blocks:b};
 for (p,n) in [(Paper::A4,"a4"),(Paper::Letter,"letter")]{
 let fonts=Fonts::built_in();
 let t0=std::time::Instant::now();
 let pages=typeset(&d,&Style::new(p),&fonts).value;
 let t1=std::time::Instant::now();
 let bytes=interview_kit::pdf::write(&pages,None).unwrap();
 println!("{} pages, {} bytes, typeset {:?}, pdf {:?}",pages.pages.len(),bytes.len(),t1-t0,t1.elapsed());
 std::fs::write(format!("/tmp/scratch/{n}.pdf"),bytes).unwrap();
 }
}
