#[test]
fn quick() {
    use interview_kit::source::Sources;
    let mut sources = Sources::new();
    let a = sources.add(interview_kit::bank::built_in());
    let bank = interview_kit::bank::load(&sources, &[a]);
    match bank {
        Ok(b) => assert_eq!(b.value.questions.len(), 18),
        Err(e) => panic!("{:#?}", e),
    }
}
